import type { Field } from '../../api/catalogue.js';
import { filtersIn, nextSort, orderOf, withFilter, withoutFilters } from './list-state.js';

const FIELDS: readonly Field[] = [
  { name: 'state', kind: 'choice', several: true },
  { name: 'city', kind: 'text', personal: true },
  { name: 'registeredAt', kind: 'range' },
];
const search = (text: string) => new URLSearchParams(text);

it('takes from an address the filters that the list has, and no personal values', () => {
  const address = search('state=mature&state=lost&city=Hangzhou&registeredAt.from=2026-01-01&other=1&sort=name');
  expect(filtersIn(address, FIELDS)).toEqual({ state: ['mature', 'lost'], 'registeredAt.from': ['2026-01-01'] });
});

it('changes one filter, and leaves the rest of the address', () => {
  const address = search('sort=name&state=mature');
  expect(withFilter(address, 'state', ['lost', 'mature']).toString()).toBe('sort=name&state=lost&state=mature');
  expect(withFilter(address, 'state', []).toString()).toBe('sort=name');
});

it('removes every filter, and keeps sort and tab', () => {
  const address = search('tab=mine&state=lost&registeredAt.to=2026-01-01&sort=name');
  expect(withoutFilters(address, FIELDS).toString()).toBe('tab=mine&sort=name');
});

it('sorts by a heading one way, then the other; figures from the greatest', () => {
  const sorts = [nextSort(undefined, 'name', false), nextSort('name', 'name', false), nextSort('name', 'value', true)];
  expect(sorts).toEqual(['name', '-name', '-value']);
  expect(['-name', 'name', undefined].map((sort) => orderOf(sort, 'name'))).toEqual([
    'descending',
    'ascending',
    undefined,
  ]);
});
