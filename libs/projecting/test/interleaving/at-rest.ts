import { keysOf, step, type Event, type Projection, type RecordedEvent } from '@annals/event-sourcing';
import { parkedKeys, skipsOf, type AnyProjection, type ProjectionRunner, type ViewStatus } from '@annals/projecting';
import { buildOf } from '../../src/rebuilds/builds.js';
import type { Installation } from './installation.js';
import { viewsOf } from './program.js';

const ROUNDS = 150;
const IDLE = 60; // calls of a projector of two views that looks at its stores

/** Lets time pass until nothing changes any more. Throws if that never happens. */
export const comesToRest = async (installation: Installation) => {
  const { world } = installation;
  let last = '';
  let same = 0;
  for (let round = 0; round < ROUNDS && same < 22; round += 1) {
    installation.ask();
    await world.drain();
    expect(installation.unanswered).toBe(0);
    const before = world.calls;
    installation.pass(1_000);
    await world.drain();
    const now = await signature(installation);
    same = now === last ? same + 1 : 0;
    last = now;
    if (same > 5) expect(world.calls - before).toBeLessThan(IDLE * Math.max(1, installation.running.length) * 3);
  }
  expect(same).toBe(22);
};

const signature = async ({ world }: Installation) => {
  const views = world.views(world);
  const names = await views.collections();
  return JSON.stringify(await Promise.all(names.map(async (name) => [name, await views.checkpoint(name)])));
};

/** Every view is at the head and equal to a rebuild, or stands still and says what to do. */
export const isRight = async (installation: Installation, runner: ProjectionRunner, version: number) => {
  const answer = runner.status();
  await installation.world.drain();
  for (const status of await answer) {
    if (status.state === 'live') await isWhole(installation, status, version);
    else standsStill(status, version);
  }
};

const standsStill = ({ view, state, advice, failure, collection }: ViewStatus, version: number) => {
  expect(advice).toMatch(/\.$/);
  expect(['failed', 'waiting', 'rolled-back']).toContain(state);
  if (state === 'failed') expect(failure).toBeDefined();
  else expect(buildOf(view, collection!)!.version).not.toBe(version);
};

const isWhole = async ({ world, isMended }: Installation, status: ViewStatus, version: number) => {
  const projection = viewsOf(version, isMended).find(({ name }) => name === status.view)!;
  const events = await world.history();
  expect(status.lag.events).toBe(0);
  const views = world.views(world);
  const { documents } = await views.find(status.collection!, { limit: 100 });
  const parked = new Map((await parkedKeys(views, status.view)).map(({ key, position }) => [key, position]));
  const skips = new Set((await skipsOf(views, status.view)).map(({ eventId, key }) => `${eventId} ${key}`));
  const folded = fold(projection, events, (event, key) => {
    return skips.has(`${event.id} ${key}`) || event.position >= (parked.get(key) ?? Infinity);
  });
  expect(new Map(documents.map(({ id, body }) => [id, body]))).toEqual(folded);
};

const fold = (
  view: AnyProjection,
  events: readonly RecordedEvent[],
  isLeft: (event: RecordedEvent, key: string) => boolean,
) => {
  const projection = view as never as Projection<Event, object>;
  const documents = new Map<string, object>();
  for (const event of events.filter(({ type }) => type in projection.on)) {
    for (const key of keysOf(projection, event)) {
      if (isLeft(event, key)) continue;
      const next = step(projection, documents.get(key) ?? null, event, key);
      if (next) documents.set(key, next);
      else documents.delete(key);
    }
  }
  return documents;
};
