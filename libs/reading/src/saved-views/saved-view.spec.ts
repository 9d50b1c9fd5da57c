import { viewName, viewsIn, viewState } from './saved-view.js';

const state = { filters: { status: ['open'] }, sort: null, columns: null, display: {} };
const view = { viewId: '1', list: 'notices', name: 'Open', owner: 'ann', savedAt: '2026-01-01T00:00:00.000Z', state };

it('reads views as they are recorded, without those that it cannot read', () => {
  expect(viewsIn({ views: [view, { ...view, state: { ...state, colour: 'red' } }, null] })).toEqual([view]);
  expect(viewsIn({ views: 'none' })).toEqual([]);
  expect(viewsIn(undefined)).toEqual([]);
});

it.each(['', ' ', '\u200b', 'a\u0000b', 'x'.repeat(81)])('takes no name such as %j', (name) =>
  expect(viewName.safeParse(name).success).toBe(false),
);

it('takes a state that fits an address, and no longer one', () => {
  const filters = (count: number) => ({ owner: Array.from({ length: count }, () => 'x'.repeat(200)) });
  expect(viewState.safeParse({ ...state, filters: filters(15) }).success).toBe(true);
  expect(viewState.safeParse({ ...state, filters: filters(20) }).success).toBe(false);
});

it('takes only words as other parameters of the page', () => {
  const isTaken = (display: object) => viewState.safeParse({ ...state, display }).success;
  expect(isTaken({ wide: ['after-sales', 'collection'] })).toBe(true);
  for (const display of [{ name: ['Li Na'] }, { name: ['李娜'] }, { 'a.b': ['x'] }, { name: [] }])
    expect(isTaken(display)).toBe(false);
});
