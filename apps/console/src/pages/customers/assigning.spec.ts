import type { Receipt } from '../../api/command.js';
import { assignmentOf, type CustomerRow } from './assigning.js';

const row = (customerId: string, owner: string | null, name: string | null = null) =>
  ({ customerId, name, owner: owner === null ? null : { id: owner, name: owner } }) as CustomerRow;

const { title, items } = assignmentOf(
  [row('a', 'wang', 'Alfreds'), row('b', null), row('c', 'li')],
  { owner: { id: 'li' }, reason: 'New region' },
  'Li Na',
);

it('assigns the owner to each customer, with a separate key for each command', () => {
  expect(title).toEqual({ en: 'Owner: Li Na', zh: '负责人：Li Na' });
  expect(items.map(({ name }) => name)).toEqual(['Alfreds', 'b', 'c']);
  expect(items[0]!.command).toMatchObject({
    ...{ name: 'AssignOwner', fields: { customerId: 'a', owner: { id: 'li' }, reason: 'New region' } },
  });
  expect(new Set(items.map(({ command }) => command.key)).size).toBe(3);
});

it('assigns back only those customers that had another owner before', () => {
  const reverses = items.map(({ reverse }) => reverse?.({ revision: 4 } as Receipt));
  expect(reverses[0]).toMatchObject({ fields: { customerId: 'a', owner: { id: 'wang' } }, revision: 4 });
  expect(reverses[0]!.key).not.toBe(items[0]!.command.key);
  expect(reverses.slice(1)).toEqual([undefined, undefined]);
});
