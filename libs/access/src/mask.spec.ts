import { EventMask, MASK, maskedAt } from '@annals/access';
import { CustomerDataChanged, CustomerLost, CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DealChanged } from '@annals/contracts-deals';
import { UserDetailsChanged } from '@annals/contracts-organisation';
import fc from 'fast-check';
import { catalogue } from '../test/catalogue.js';

const mask = new EventMask(catalogue);

describe('a mask', () => {
  it.each([
    ['a value', { name: 'Ann', code: 'A' }, ['name'], { name: MASK, code: 'A' }],
    ['a number, a flag', { a: 1, b: true }, ['a', 'b'], { a: null, b: null }],
    ['a group, a list', { a: { b: 2 }, c: [3] }, ['a', 'c'], { a: {}, c: [] }],
    [
      'a value of any type before and after a change',
      { field: 'a', before: 1, after: { b: 2 } },
      ['before', 'after'],
      { field: 'a', before: MASK, after: MASK },
    ],
    ['a value inside', { a: { b: 'x', c: 2 } }, ['a.b'], { a: { b: MASK, c: 2 } }],
    ['each of a list', { a: [{ b: 'x' }, { c: 2 }] }, ['a[].b'], { a: [{ b: MASK }, { c: 2 }] }],
    ['the entries of a list', { a: ['x', 'y'] }, ['a[]'], { a: [MASK, MASK] }],
    ['lists of lists', { a: [['x']] }, ['a[][]'], { a: [[MASK]] }],
    ['what is of another shape as a whole', { a: 'x', b: 'y' }, ['a[].b', 'b.c'], { a: MASK, b: MASK }],
  ])('hides %s', (_, value, paths, expected) => expect(maskedAt(value, paths)).toEqual(expected));

  it('says nothing where there is nothing', () => {
    expect(maskedAt({ a: null, b: {} }, ['a', 'b.c', 'd', 'constructor'])).toEqual({ a: null, b: {} });
  });

  it('leaves the value itself as it was', () => {
    const value = { a: [{ b: 'x' }] };
    maskedAt(value, ['a[].b']);
    expect(value).toEqual({ a: [{ b: 'x' }] });
  });

  it('put twice is the same as put once', () =>
    fc.assert(
      fc.property(fc.object(), fc.array(fc.constantFrom('a', 'b[]', 'a.b', 'a[].b')), (value, paths) => {
        const once = maskedAt(value, paths);
        expect(maskedAt(once, paths)).toEqual(once);
      }),
    ));
});

describe('a masked event', () => {
  it('keeps what its contract does not mark as personal', () => {
    const profile = { kind: 'person' as const, name: 'Ann', roles: ['prospect' as const], attributes: { shoe: 44 } };
    const event = mask.masked(CustomerRegistered.event({ customerId: 'u-1', profile }));
    expect(event.data).toEqual({ customerId: 'u-1', profile: { ...profile, name: MASK, attributes: {} } });
  });
  it('shows neither before nor after', () => {
    const changes = [{ field: 'phone', before: null, after: '1' }];
    const why = { reason: null, source: null, effectiveDate: '2026-01-01' };
    const event = CustomerDataChanged.event({ customerId: 'u-1', changes, ...why });
    expect(mask.masked(event).data.changes).toEqual([{ field: 'phone', before: null, after: MASK }]);
  });
  it('is masked in both halves of a change', () => {
    const after = { attributes: { a: 'b' }, title: 'T', country: 'DE' };
    const event = DealChanged.event({ dealId: 'd-1', customerId: 'u-1', before: {}, after, reason: null });
    expect(mask.masked(event).data.after).toEqual({ attributes: {}, title: MASK, country: 'DE' });
  });
  it('does not say why, and does not say that there is a reason where there is none', () => {
    const lost = CustomerLost.event({ customerId: 'u-1', reason: 'Li Na left' });
    const masked = mask.masked({ ...lost, reason: 'She said so' });
    expect(masked).toEqual({ ...lost, reason: MASK, data: { customerId: 'u-1', reason: MASK } });
    expect(mask.masked(lost)).not.toHaveProperty('reason');
  });
  it('says who looks after a customer', () => {
    const owner = { id: 'e-7', name: 'Ann' };
    const assigned = OwnerAssigned.event({ customerId: 'u-1', owner, previous: null });
    expect(mask.masked(assigned)).toEqual(assigned);
  });
  it('does not say who a user is', () => {
    const [before, after] = [{ displayName: 'Ann', email: 'a@b.c' }, { displayName: 'Ann' }];
    expect(mask.masked(UserDetailsChanged.event({ userId: 'u', before, after })).data).toEqual({
      ...{ userId: 'u', before: { displayName: MASK, email: MASK }, after: { displayName: MASK } },
    });
  });
  it('of which nobody knows what is personal shows nothing', () =>
    expect(mask.masked({ type: 'Unheard', schemaVersion: 1, data: { name: 'Ann' } }).data).toEqual({}));
});
