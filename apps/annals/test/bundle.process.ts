import { root, stage } from './stage.js';
import { Server } from './server.js';

const { folder, run } = stage();

/** A module that prints the address of each compiled file of ours that a program or its threads load. */
const told = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      if (url.includes('/dist/') && !url.includes('/node_modules/')) writeSync(2, 'loaded ' + url + String.fromCharCode(10));
      return next(url, context);
    },
  });
`)}`;

const loadedBy = ({ err }: { readonly err: string }) => err.match(/(?<=^loaded file:\/\/).+/gm) ?? [];

it('loads the program and what it shares with others, and nothing that is compiled by itself', async () => {
  const { url } = await Server.start(folder);
  const taken = { PORT: new URL(url).port }; // ends the start of a second server
  const [status, server] = await Promise.all([
    run(process.execPath, ['--import', told, 'apps/annals/dist/cli.js', 'status']),
    run(process.execPath, ['--import', told, 'apps/annals/dist/main.js'], taken),
  ]);
  for (const [name, finished] of Object.entries({ cli: status, main: server })) {
    const [program, ...shared] = loadedBy(finished);
    expect(program).toBe(`${root}/apps/annals/dist/${name}.js`);
    expect(shared.length).toBeGreaterThan(10);
    for (const file of shared) expect(file).toContain(`${root}/apps/annals/dist/bundle/`);
  }
});

it('says where in the sources an error has happened, in a thread as well', async () => {
  const { code, err } = await run(process.execPath, ['apps/annals/dist/bundle/projector-entry.js']); // outside of a thread
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(/at .*\/libs\/composition\/src\/projector-worker\.ts:\d+:\d+/) as string,
  });
});
