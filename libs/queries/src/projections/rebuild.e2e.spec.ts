import { appendTo, counted, smudged, unrelated } from '@annals/testing';
import { projectionsDesk } from '../../test/projections-desk.js';

describe('projections that are rebuilt over HTTP', () => {
  const desk = projectionsDesk();

  it('are rebuilt while they are read, and rolled back', async () => {
    await desk.told(counted('a'));
    expect(await desk.post('/tallies/rebuild')).toMatchObject({ status: 200, body: { name: 'tallies' } });
    const done = { state: 'done', startedBy: 'ann', documents: 1 };
    expect(await desk.rebuilt()).toMatchObject({ collection: 'tallies-v1.b1', previous: 'tallies-v1', rebuild: done });

    const back = { collection: 'tallies-v1', previous: 'tallies-v1.b1' };
    expect(await desk.post('/tallies/rollback')).toMatchObject({ status: 200, body: back });
    const { body } = await desk.post('/tallies/rollback', { drop: true });
    expect([body.collection, body.previous]).toEqual(['tallies-v1', undefined]);
    expect(await desk.post('/tallies/rollback')).toMatchObject({ status: 409, body: { code: 'NothingToRollBackTo' } });
  });

  it('tell what has stopped a rebuild', async () => {
    await desk.told(smudged('a'));
    await desk.post('/tallies/rebuild');
    expect((await desk.rebuilt()).rebuild).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('event-0') as string,
    });
  });

  it('are not rebuilt twice at once', async () => {
    await appendTo(desk.log, ...Array.from({ length: 3_000 }, () => unrelated), counted('a'));
    await desk.store.lease('rebuild tallies', 'somebody', 60_000);
    expect(await desk.post('/tallies/rebuild')).toMatchObject({ status: 409, body: { code: 'RebuildRunning' } });
  });

  it('break a rebuild off when the process ends', async () => {
    await appendTo(desk.log, ...Array.from({ length: 5_000 }, () => counted('a')));
    await desk.post('/tallies/rebuild');
    await desk.app.close();
    const { documents } = await desk.store.find('view-rebuilds', { limit: 1 });
    expect(documents).toMatchObject([{ body: { error: expect.stringContaining('aborted') as string } }]);
  });
});
