import type { KeptView } from './saved-view.js';
import { put, sameName, without } from './shelf.js';

const state = { filters: {}, sort: null, columns: null, display: {} };
const saved = (viewId: string, name: string, owner = 'ann', list = 'notices'): KeptView => ({
  ...{ viewId, name, owner, list, state, savedAt: '2026-01-01T00:00:00.000Z' },
});
const room = { all: 4, each: 3, beside: [] };
const [first, second, third] = [saved('1', 'Urgent'), saved('2', 'Loud'), saved('3', 'Late')];
const codeOf = (act: () => unknown) => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as { readonly code: string; readonly details: object };
  }
};

describe('a shelf of saved views', () => {
  it('takes a new view', () => expect(put([first], second, room)).toEqual([first, second]));

  it('replaces a view in its place', () => {
    const renamed = { ...first, name: 'Very urgent' };
    expect(put([first, second], renamed, room)).toEqual([renamed, second]);
  });

  it('lets a view keep its name', () => expect(put([first], first, room)).toEqual([first]));

  it('refuses a name that the user has for the list already, in whatever case and width', () => {
    expect(codeOf(() => put([first], saved('9', 'ＵＲＧＥＮＴ'), room))).toMatchObject({ code: 'SavedViewNameTaken' });
    expect(codeOf(() => put([first, second], { ...second, name: 'urgent' }, room))).toMatchObject({
      ...{ code: 'SavedViewNameTaken', details: { view: 'urgent' } },
    });
  });

  it('refuses a name that the user has on the other shelf, unless the view is moved from there', () => {
    const beside = [first];
    expect(codeOf(() => put([], saved('9', 'urgent'), { ...room, beside }))?.code).toBe('SavedViewNameTaken');
    expect(put([], first, { ...room, beside })).toEqual([first]);
  });

  it('takes the same name of another user, and for another list', () => {
    expect(put([first], saved('9', 'Urgent', 'bob'), { ...room, beside: [saved('8', 'Urgent')] })).toHaveLength(2);
    expect(put([first], saved('9', 'Urgent', 'ann', 'tags'), room)).toHaveLength(2);
  });

  it('refuses more views of one user, and more altogether, than there is room for; replacing needs none', () => {
    const own = [first, second, third];
    expect(codeOf(() => put(own, saved('4', 'More'), room))).toMatchObject({
      ...{ code: 'TooManySavedViews', details: { most: 3 } },
    });
    const full = [...own, saved('4', 'More', 'bob')];
    expect(codeOf(() => put(full, saved('5', 'Last', 'bob'), room))).toMatchObject({
      ...{ code: 'TooManySavedViews', details: { most: 4 } },
    });
    expect(put(full, { ...first, name: 'New' }, room)).toHaveLength(4);
  });

  it('gives a view away once', () => {
    expect(without([first, second], '1')).toEqual([second]);
    expect(without([second], '1')).toEqual([second]);
  });
});

it('takes names for the same that differ in case, width, accents and invisible characters', () => {
  expect(sameName('Überfällig ', 'uberfallig\u200b ')).toBe(true);
  expect(sameName('客户Ａ', '客户a')).toBe(true);
  expect(sameName('Late', 'Later')).toBe(false);
});
