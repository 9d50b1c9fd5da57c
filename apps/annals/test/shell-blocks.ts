/** The lines of one block for a shell in a page. */
export type Block = { readonly text: string };

/** The blocks for a shell of a page, in their order. */
export const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text]) => ({ text: text! }));

/** Where a server is, and the password for its first sign-in. */
export type Place = { readonly url: string; readonly oneTimePassword: string };

/** The blocks of a page for a server in one script, which prints `== 1` before what the first one prints. */
export const scriptOf = (page: string, { url, oneTimePassword }: Place) => {
  const blocks = blocksOf(page);
  const script = blocks
    .map(({ text }, index) => `echo '== ${index}'\n${text}`)
    .join('\n')
    .replace('URL=http://127.0.0.1:3000', `URL=${url}`)
    .replace('ONE_TIME=<the one-time password>', `ONE_TIME='${oneTimePassword}'`)
    .replaceAll('npm run annals --', `'${process.execPath}' apps/annals/dist/cli.js`);
  return { blocks, script };
};
