import { hire, openDesk } from '../../test/desk.js';
import type { SavedView, SavedViewList } from './saved-view-answer.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
  await desk.record(...hire('ida', 'administrator'));
});
afterEach(() => desk.close());

const state = { filters: { status: ['open'] }, sort: '-urgency', columns: ['headline'], display: {} };
const view = { list: 'notices', name: 'Open', shared: false, state };

const save = async (caller: string, more: object = {}) => {
  const { status, body } = await desk.send<SavedView>(caller, 'POST', 'saved-views', { ...view, ...more });
  expect(status).toBe(201);
  return body;
};
const listed = async (caller: string, list = 'notices') =>
  (await desk.get<SavedViewList>(caller, `saved-views?list=${list}`)).body.items;
const namesFor = async (caller: string) => (await listed(caller)).map(({ name }) => name);
const change = (caller: string, { viewId }: SavedView, to: object) =>
  desk.send<SavedView & { readonly code: string }>(caller, 'POST', `saved-views/${viewId}/change`, to);
const remove = (caller: string, { viewId }: SavedView) => desk.send(caller, 'DELETE', `saved-views/${viewId}`);

it('offers what a user has saved to that user alone, and what is shared to everybody, own ones first', async () => {
  await save('ann', { name: 'Zeal' });
  await save('ann', { name: 'All of us', shared: true });
  await save('bob', { name: 'Mine' });
  expect(await namesFor('ann')).toEqual(['Zeal', 'All of us']);
  expect(await namesFor('bob')).toEqual(['Mine', 'All of us']);
  expect(await listed('bob')).toMatchObject([
    { owner: 'bob', shared: false, state },
    { owner: 'ann', shared: true },
  ]);
});

it('offers the views of one list, and knows no other lists than those of the API', async () => {
  const plain = { filters: {}, sort: null, columns: null, display: {} };
  await save('aud', { list: 'notices/by/tags', shared: true, state: plain });
  expect(await listed('aud')).toEqual([]);
  expect(await listed('aud', 'notices/by/tags')).toHaveLength(1);
  expect((await desk.get('ann', 'saved-views?list=notices/by/tags')).body.code).toBe('NotAllowed');
  expect((await desk.get('ann', 'saved-views?list=unheard-of')).body.code).toBe('ValidationFailed');
});

it('keeps a name without what is invisible, and saves the same once', async () => {
  const saved = await save('ann', { name: ' Open\u200b ' });
  expect(saved.name).toBe('Open');
  expect(await save('ann')).toEqual(saved);
  const other = await desk.send('ann', 'POST', 'saved-views', { ...view, name: 'OPEN', shared: true });
  expect(other).toMatchObject({ status: 409, body: { code: 'SavedViewNameTaken' } });
});

it('renames, replaces and shares a view, and takes it back', async () => {
  const saved = await save('ann');
  const replaced = { ...state, sort: null };
  expect((await change('ann', saved, { name: 'Still open' })).body).toEqual({ ...saved, name: 'Still open' });
  expect((await change('ann', saved, { state: replaced })).body).toMatchObject({ name: 'Still open', state: replaced });
  expect((await change('ann', saved, { shared: true })).body.shared).toBe(true);
  expect(await namesFor('bob')).toEqual(['Still open']);
  expect((await change('ann', saved, { shared: false })).body).toMatchObject({ shared: false, state: replaced });
  expect(await namesFor('bob')).toEqual([]);
  expect(await namesFor('ann')).toEqual(['Still open']);
});

it('lets nobody change or delete what another shares, but for the right to delete it', async () => {
  const saved = await save('ann', { shared: true });
  expect(await change('bob', saved, { name: 'Mine' })).toMatchObject({
    status: 403,
    body: { code: 'SavedViewOfAnother' },
  });
  expect(await remove('bob', saved)).toMatchObject({ status: 403, body: { code: 'SavedViewOfAnother' } });
  expect((await remove('ida', saved)).status).toBe(204);
  expect(await namesFor('ann')).toEqual([]);
});

it('knows nothing of what another keeps to himself', async () => {
  const saved = await save('ann');
  for (const { status, body } of [await change('ida', saved, { name: 'Mine' }), await remove('ida', saved)])
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'SavedViewNotFound' } });
  expect((await remove('ann', saved)).status).toBe(204);
  expect((await remove('ann', saved)).status).toBe(404);
});

it('refuses searched words, personal values and what the list does not have', async () => {
  const sent = { ...view, state: { ...state, filters: { q: ['Li Na'], subject: ['Li Na'] } } };
  expect(await desk.send('ann', 'POST', 'saved-views', sent)).toMatchObject({
    status: 400,
    body: {
      errors: [
        { field: 'state.filters.q', rule: 'known' },
        { field: 'state.filters.subject', rule: 'known' },
      ],
    },
  });
  const saved = await save('ann');
  expect((await change('ann', saved, { state: { ...state, sort: 'colour' } })).status).toBe(400);
});

it('leaves out filters that the list does not know any more', async () => {
  const kept = {
    ...state,
    filters: { status: ['open', 'gone'], colour: ['red'], late: ['true'] },
    columns: ['colour'],
  };
  const body = {
    views: [{ viewId: '1', list: 'notices', name: 'Old', owner: 'ann', savedAt: '2020-01-01', state: kept }],
  };
  await desk.records.put({ kind: 'saved-views', id: 'own/ann', body }, null);
  expect((await listed('ann'))[0]!.state).toEqual({ ...state, filters: { late: ['true'] }, columns: null });
});

it('counts a view as shared whose move was interrupted, and ends the move when it is asked for again', async () => {
  const saved = await save('ann');
  const kept = await desk.records.get('saved-views', 'own/ann');
  await desk.records.put({ kind: 'saved-views', id: 'shared', body: kept!.body }, null);
  expect(await listed('ann')).toMatchObject([{ shared: true }]);
  await change('ann', saved, { shared: false });
  expect(await listed('ann')).toMatchObject([{ shared: false }]);
  expect(await listed('bob')).toEqual([]);
});

it('shows nothing to those without the right to the list', async () => {
  const saved = await save('ann', { shared: true });
  expect((await desk.get('nobody', 'saved-views?list=notices')).status).toBe(403);
  expect((await desk.send('nobody', 'POST', 'saved-views', view)).status).toBe(403);
  expect((await remove('nobody', saved)).status).toBe(404);
});
