import type { Field } from '../../api/catalogue.js';
import { isSameState, searchOf, stateIn } from './view-state.js';

const FIELDS: readonly Field[] = [
  { name: 'state', kind: 'choice', several: true },
  { name: 'city', kind: 'text', personal: true },
  { name: 'registeredAt', kind: 'range' },
];
const stateOf = (search: string) => stateIn(new URLSearchParams(search), FIELDS, ['desk']);

it('keeps filters, sort, columns and the tab of an address, and neither personal values nor words', () => {
  const search =
    'desk=mine&state=lost&state=mature&city=Hangzhou&q=Li&registeredAt.from=2026-01-01&sort=-name&columns=name,state';
  expect(stateOf(search)).toEqual({
    filters: { state: ['lost', 'mature'], 'registeredAt.from': ['2026-01-01'] },
    ...{ sort: '-name', columns: ['name', 'state'], display: { desk: ['mine'] } },
  });
  expect(stateOf('other=1')).toEqual({ filters: {}, sort: null, columns: null, display: {} });
});

it('opens in an address that says the same', () => {
  const state = stateOf('sort=name&state=lost&columns=name,state&registeredAt.to=2026-01-01&desk=mine');
  expect(stateOf(searchOf(state))).toEqual(state);
  expect(searchOf(stateOf(''))).toBe('');
});

it('is the same whatever was set first, unless the columns are in another order', () => {
  expect(isSameState(stateOf('state=lost&state=mature&sort=name'), stateOf('sort=name&state=mature&state=lost'))).toBe(
    true,
  );
  expect(isSameState(stateOf('state=lost'), stateOf('state=mature'))).toBe(false);
  expect(isSameState(stateOf('columns=name,state'), stateOf('columns=state,name'))).toBe(false);
});
