import { inOrderOfStreams } from './bulk.js';

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
