import type { Answer } from '@annals/projecting';
import fc from 'fast-check';
import { catalogue } from '../test/catalogue.js';
import { company, organisationOf } from '../test/company.js';
import { decide, ReadContext, rightsOf, type ScopeKeys } from './index.js';

const organisation = organisationOf(company, catalogue.grants);
const CUSTOMERS: ScopeKeys = new Map([
  ['u-ann', ['owner:ann']],
  ['u-bob', ['owner:bob']],
  ['u-cid', ['owner:cid', 'region:east']],
]);

/** What a user reads, and which customers were looked up. */
const reading = (id: string) => {
  const asked: (readonly string[])[] = [];
  const keysOf = async (ids: readonly string[]): Promise<Answer<ScopeKeys>> => {
    asked.push(ids);
    const value = new Map([...CUSTOMERS].filter(([customerId]) => ids.includes(customerId)));
    return { value, position: 1, stale: false };
  };
  const ledTo = async (ids: readonly string[]) => ids;
  const caller = { id, name: id, roles: [] };
  return { asked, context: new ReadContext(caller, rightsOf(caller, organisation), undefined, { keysOf, ledTo }) };
};
const of = (customerId: string, ...keys: readonly string[]) => ({ customerId, keys });

it('looks up the customers of all records at once', async () => {
  const { asked, context } = reading('bob');
  const decisions = await context.decide('customers.read', [of('u-ann'), of('u-cid'), of('u-ann'), of('u-nobody')]);
  expect(decisions.map(({ visible }) => visible)).toEqual([true, false, true, false]);
  expect(asked).toEqual([['u-ann', 'u-cid', 'u-nobody']]);
});

it('looks up a customer once, however many parts there are', async () => {
  const { asked, context } = reading('bob');
  await context.expectVisible('customers.read', 'u-ann');
  await context.allowed(['deals.read', 'complaints.read'], 'u-ann');
  await context.decide('deals.read', [of('u-ann'), of('u-cid')]);
  expect(asked).toEqual([['u-ann'], ['u-cid']]);
});

it('looks up nothing for a caller who sees all of them, or none', async () => {
  for (const id of ['lea', 'xi']) {
    const { asked, context } = reading(id);
    await context.decide('customers.read', [of('u-ann')]);
    expect(asked).toEqual(id === 'lea' ? [['u-ann']] : []);
  }
});

it('decides as the rights do with the keys of the customer and of the record', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...organisation.users.keys()),
      fc.constantFrom('customers.read', 'deals.read', 'history.read'),
      fc.array(fc.tuple(fc.constantFrom(...CUSTOMERS.keys()), fc.subarray(['owner:ann', 'owner:sue']))),
      async (id, permission, records) => {
        const { context } = reading(id);
        const expected = records.map(([customerId, keys]) =>
          decide(context.rights, permission, [...CUSTOMERS.get(customerId)!, ...keys]),
        );
        const decisions = await context.decide(
          permission,
          records.map(([customerId, keys]) => of(customerId, ...keys)),
        );
        expect(decisions.map(({ visible }) => visible)).toEqual(expected.map(({ visible }) => visible));
        decisions.forEach(({ visible, masked }, at) => visible && expect(masked).toBe(expected[at]!.masked));
      },
    ),
  ));

it.each([
  ['ann', 'customers.read', 'u-ann', undefined],
  ['ann', 'customers.read', 'u-cid', 'CustomerNotFound'],
  ['ann', 'customers.read', 'no id', 'CustomerNotFound'],
  ['xi', 'customers.read', 'u-ann', 'NotAllowed'],
])('expects of %s with %s of %s: %s', async (id, permission, customerId, code) => {
  const { context } = reading(id);
  const refused = await context.expectVisible(permission, customerId).then(
    () => undefined,
    (error: unknown) => (error as { code: string }).code,
  );
  expect(refused).toBe(code);
});
