import { inOrderOfStreams, inTurns } from './bulk.js';

/** What is being carried out whenever another command begins. */
const together = async (commands: readonly { readonly name: string }[]) => {
  const running = new Set<string>();
  const seen: string[] = [];
  await inOrderOfStreams(commands, async ({ name }) => {
    running.add(name);
    seen.push([...running].join());
    await Promise.resolve();
    running.delete(name);
  });
  return seen;
};

it.each(['customerId', 'userId'])(
  'lets commands with the same %s wait for each other, in whatever streams',
  async (id) => {
    expect(await together(['a', 'b'].map((name) => ({ name, [id]: 'one' })))).toEqual(['a', 'b']);
  },
);

it('carries out the others at the same time', async () => {
  expect(await together(['a', 'b'].map((name) => ({ name, userId: name })))).toEqual(['a', 'a,b']);
  const aboutOthers = [{ customerId: 'one' }, { userId: 'one' }].map((ids, index) => ({ name: 'ab'[index]!, ...ids }));
  expect(await together(aboutOthers)).toEqual(['a', 'a,b']);
});

it('lets other work go on between commands that take long to check', async () => {
  const seen: string[] = [];
  setImmediate(() => seen.push('other'));
  const checked = await inTurns(['a', 'b'], (name, index) => {
    for (const began = performance.now(); performance.now() - began < 11;);
    seen.push(name);
    return `${index}${name}`;
  });
  expect(checked).toEqual(['0a', '1b']);
  expect(seen).toEqual(['a', 'other', 'b']);
});
