const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/gs;

/** The keys of an open object; `undefined` for an open list. */
type Open = (Set<string> | undefined)[];

/**
 * The first key that an object in a valid JSON text has twice, if any. `JSON.parse` takes the last value, other readers on the way the
 * first, so such a text says different things to different programs. Linear in the length of the text.
 */
export const duplicateKeyIn = (json: string): string | undefined => {
  const open: Open = [];
  let text = '';
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === ':') {
      const key = JSON.parse(text) as string; // keys may be escaped in several ways
      if (open.at(-1)!.has(key)) return key;
      open.at(-1)!.add(key);
    } else if (token.startsWith('"')) text = token;
    else follow(open, token);
  }
  return undefined;
};

const follow = (open: Open, bracket: string) => {
  if (bracket === '{') open.push(new Set());
  else if (bracket === '[') open.push(undefined);
  else open.pop();
};
