import type { Parked } from '@annals/projecting';
import { counted, smudged } from '@annals/testing';
import { projectionsDesk } from '../../test/projections-desk.js';
import type { ParkedPage, ProjectionList } from '../index.js';

describe('the projections over HTTP', () => {
  const desk = projectionsDesk();

  it('show how far each is, what it serves and how much stands still', async () => {
    await desk.told(counted('a'), smudged('b'));
    const { body } = await desk.get<ProjectionList>();
    const shown = { name: 'tallies', version: 1, collection: 'tallies-v1', position: 2, parked: 1, state: 'live' };
    expect(body.items).toEqual([expect.objectContaining({ ...shown, lag: { events: 0, seconds: 0 } })]);
    expect(body.policies).toMatchObject([{ policy: 'greet', waitsFor: 'events', state: 'stopped', trouble: null }]);
    expect(await desk.get('/tallies')).toMatchObject({ status: 200, body: shown });
  });

  it('list what stands still, page by page', async () => {
    await desk.told(smudged('b'), counted('b'), smudged('a/b'));
    const { body } = await desk.get<ParkedPage>('/tallies/parked?limit=1');
    expect(body.items).toMatchObject([
      { key: 'b', eventId: 'event-0', type: 'Smudged', position: 1, waiting: { events: 1, first: 2, last: 2 } },
    ]);
    const second = await desk.get<ParkedPage>(`/tallies/parked?cursor=${body.next}`);
    expect(second.body).toMatchObject({ items: [{ key: 'a/b' }], next: null });
  });

  it('free a key that is retried when the program was mended, and not before', async () => {
    await desk.told(smudged('a/b'), counted('a/b'));
    const path = `/tallies/parked/${encodeURIComponent('a/b')}/retry`;
    const refused = await desk.post<{ details: { parked: Parked } }>(path);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'KeyStillParked', details: { parked: { key: 'a/b' } } },
    });
    desk.isMended = true;
    expect(await desk.post(path)).toEqual({ status: 200, body: { projection: 'tallies', key: 'a/b', parked: null } });
    expect(await desk.post(path)).toMatchObject({ status: 404, body: { code: 'ParkedKeyNotFound' } });
  });

  it('leave an event out for a reason, and know who wanted it', async () => {
    await desk.told(smudged('a'), counted('a'), smudged('a'));
    expect(await desk.post('/tallies/parked/a/skip', {})).toMatchObject({
      status: 400,
      body: { code: 'ValidationFailed' },
    });
    expect(await desk.post('/tallies/parked/a/skip', { reason: ' ' })).toMatchObject({ status: 400 });
    const answer = await desk.post('/tallies/parked/a/skip', { reason: 'A test.' });
    expect(answer).toMatchObject({ status: 200, body: { key: 'a', parked: { position: 3 } } });
    const { documents } = await desk.store.find('view-skips', { limit: 9 });
    const decisions = [{ body: { eventId: 'event-0', reason: 'A test.', actor: 'ann' } }];
    expect(documents).toMatchObject(decisions);
    expect(await desk.records.list('skip', { limit: 9 })).toMatchObject(decisions);
  });

  it.each([
    ['GET', '/unheard'],
    ['GET', '/unheard/parked'],
    ['POST', '/unheard/rebuild'],
    ['POST', '/unheard/rollback'],
    ['POST', '/unheard/parked/a/retry'],
  ])('answer %s %s by what is missing', async (method, path) => {
    const answer = method === 'GET' ? await desk.get(path) : await desk.post(path);
    expect(answer).toMatchObject({ status: 404, body: { code: 'ProjectionNotFound' } });
  });
});
