import type { HistoryEntry } from '../../design/event.js';
import { isOf, mergedCustomer } from './merged-events.js';

const event = (type: string, data: object) => ({ type, data }) as HistoryEntry;
const registered = (customerId: string, name?: string) =>
  event('CustomerRegistered', { customerId, profile: { name } });
const customer = { customerId: 'anhe', merged: [{ customerId: 'anhe-2' }] };

it('is of the customer if it was recorded for it or for one who is merged into it then', () => {
  expect(isOf(event('DealOpened', { customerId: 'anhe' }), customer)).toBe(true);
  expect(isOf(event('DealOpened', { customerId: 'anhe-2' }), customer)).toBe(true);
  expect(isOf(event('DealOpened', { customerId: 'anhe-2' }), { ...customer, merged: [] })).toBe(false);
});

it('is of the customer whose stream holds an identifier', () => {
  const reserved = (holder: string) => event('IdentifierReserved', { kind: 'code', holder });
  expect(isOf(reserved('customer-anhe'), { ...customer, merged: [] })).toBe(true);
  expect(isOf(reserved('customer-anhe-2'), { ...customer, merged: [] })).toBe(false);
  expect(isOf(event('IdentifierShared', { holders: [] }), customer)).toBe(true);
});

it('names the merged customer for whom it was recorded, by its name or by its id', () => {
  const events = [registered('anhe', '苏州安和'), registered('anhe-2', '安和'), registered('anhe-3')];
  const of = mergedCustomer(events, 'anhe');
  expect(['anhe', 'anhe-2', 'anhe-3'].map((customerId) => of(event('DealOpened', { customerId })))).toEqual([
    undefined,
    '安和',
    'anhe-3',
  ]);
});
