import type { Command, Receipt } from '../../api/command.js';
import { ApiProblem } from '../../api/problem.js';
import { BulkRun, type BulkItem } from './bulk-run.js';

const title = { en: 'Owner: Li Na', zh: '负责人：李娜' };

const item = (id: string, before?: string): BulkItem => ({
  ...{ id, name: id, to: `/customers/${id}` },
  command: { name: 'AssignOwner', fields: { customerId: id, owner: { id: 'li' } }, key: `key-${id}` },
  ...(before && {
    reverse: ({ revision }) => ({
      ...{ name: 'AssignOwner', fields: { customerId: id, owner: { id: before } }, revision, key: `undo-${id}` },
    }),
  }),
});

const receipt = { revision: 7 } as Receipt;

/** A run whose commands are answered by `answer`; `sent` are their keys. */
const given = (items: readonly BulkItem[], answer: (command: Command) => unknown = () => undefined) => {
  const sent: string[] = [];
  const run: BulkRun = new BulkRun(
    { title, items },
    {
      send: async (command) => {
        sent.push(command.key!);
        const error = answer(command);
        if (error) throw error as Error;
        return receipt;
      },
      ...{ wait: async () => undefined, changed: () => undefined },
    },
  );
  return { run, sent };
};

const refusal = new ApiProblem(422, { detail: 'Choose an active user.' });

it('sends again only what was refused, with the keys of before', async () => {
  let isRefused = true;
  const { run, sent } = given([item('a'), item('b')], ({ key }) => isRefused && key === 'key-b' && refusal);
  await run.go();
  expect([run.done, run.settled, run.isGoing]).toEqual([1, 2, false]);
  expect(run.refused.map(([{ id }, error]) => [id, error])).toEqual([['b', refusal]]);
  isRefused = false;
  await run.go();
  expect([run.done, run.refused]).toEqual([2, []]);
  expect(sent).toEqual(['key-a', 'key-b', 'key-b']);
});

it('undoes what was carried out and has a reverse, at the revision of its receipt', async () => {
  const items = [item('a', 'wang'), item('b'), item('c', 'chen')];
  const { run } = given(items, ({ key }) => key === 'key-c' && refusal);
  await run.go();
  expect(run.undo).toMatchObject({
    ...{ title, isUndo: true },
    items: [{ id: 'a', command: { fields: { owner: { id: 'wang' } }, revision: 7, key: 'undo-a' } }],
  });
  expect(run.undo.items).toHaveLength(1);
});

it('offers no undo of an undo', async () => {
  const run = new BulkRun(
    { title, items: [item('a', 'wang')], isUndo: true },
    { send: async () => receipt, wait: async () => undefined, changed: () => undefined },
  );
  await run.go();
  expect(run.undo.items).toEqual([]);
});

it('stops, and later goes on with the commands that were not sent', async () => {
  const { run, sent } = given(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => item(id)));
  const going = run.go();
  void run.go();
  run.stop();
  await going;
  expect(sent).toEqual(['key-a', 'key-b', 'key-c', 'key-d']);
  await run.go();
  expect([run.done, sent.length]).toEqual([6, 6]);
});

it('stops without a session, and refuses nothing then', async () => {
  const { run, sent } = given(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => item(id)),
    () => new ApiProblem(401, {}),
  );
  await run.go();
  expect([run.done, run.settled, sent.length]).toEqual([0, 0, 4]);
});
