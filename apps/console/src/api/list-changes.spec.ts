import { changedIn, countChanges, countOfOthers, followLists, noteChange, settleChanges } from './list-changes.js';

const event = { type: 'DealAdvanced', subject: 'acme', stream: 'deal-tools', position: 7 };
const LISTS = ['/v1/deals', '/v1/customers'];

it('changes the list of its records, and those that show its customer', () => {
  expect(changedIn('/v1/deals', [], event)).toBe('deal-tools');
  expect(changedIn('/v1/customers', [{ customerId: 'acme' }], event)).toBe('customer-acme');
  expect(changedIn('/v1/complaints', [{ customerId: 'kept' }], { ...event, subjects: ['kept'] })).toBe('customer-acme');
});

it('changes no other list', () => {
  expect(changedIn('/v1/customers', [{ customerId: 'other' }, {}], event)).toBeUndefined();
  expect(changedIn('/v1/users', [], event)).toBeUndefined();
});

describe('changes of lists', () => {
  it('are noted while the list is followed, each record once', () => {
    noteChange('/v1/deals', 'deal-1', { position: 1, isOwn: false });
    expect(countChanges(LISTS)).toBe(0);
    const stop = followLists(LISTS);
    noteChange('/v1/deals', 'deal-1', { position: 2, isOwn: false });
    noteChange('/v1/deals', 'deal-1', { position: 3, isOwn: true });
    noteChange('/v1/customers', 'customer-1', { position: 4, isOwn: true });
    expect([countChanges(LISTS), countOfOthers(LISTS)]).toEqual([2, 1]);
    stop();
    expect(countChanges(LISTS)).toBe(0);
  });

  it('are settled up to the position that was read, or the own ones alone', () => {
    const stop = followLists(LISTS);
    noteChange('/v1/deals', 'deal-1', { position: 5, isOwn: false });
    noteChange('/v1/deals', 'deal-2', { position: 6, isOwn: true });
    noteChange('/v1/deals', 'deal-3', { position: 7, isOwn: false });
    settleChanges(LISTS, 6, true);
    expect(countChanges(LISTS)).toBe(2);
    settleChanges(LISTS, 5);
    expect(countChanges(LISTS)).toBe(1);
    stop();
  });
});
