import { PATIENCE, until } from '@annals/testing';
import { closeStores, configurationOf, openEngine } from '@annals/composition';
import { collectionOf, type EventStore, project, type RecordedEvent, type ViewStore } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import { Projector } from '@annals/projecting';
import type { Environment } from './apart/process.js';
import type { Acknowledged } from './load.js';

const everything = async (log: EventStore) => (await Array.fromAsync(log.readAll(0))).flat();

const counted = (events: readonly RecordedEvent[]) => {
  const next = new Map<string, number>();
  for (const { stream, revision } of events) {
    expect(revision).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
  }
};

/**
 * No acknowledged event is missing, none is doubled, revisions have no gaps, and nothing is there of the commands with the ids in
 * `rejected`.
 */
export const expectSoundLog = async (
  environment: Environment,
  acknowledged: readonly Acknowledged[],
  rejected: readonly string[] = [],
) => {
  const engine = await openEngine(configurationOf(environment));
  const events = await everything(engine.log);
  const positions = events.map(({ position }) => position);
  expect(positions).toEqual([...new Set(positions)].toSorted((one, other) => one - other));
  if (environment['EVENT_STORE_URL'] === undefined) expect(positions.at(-1)).toBe(positions.length); // a server has gaps
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  counted(events);
  const placed = new Map(events.map((event) => [`${event.correlationId} in ${event.stream}`, event]));
  for (const { commandId, stream, revision, position } of acknowledged) {
    expect(placed.get(`${commandId} in ${stream}`)).toMatchObject({ revision, position });
  }
  const carriedOut = new Set(events.map(({ correlationId }) => correlationId));
  expect(rejected.filter((commandId) => carriedOut.has(commandId))).toEqual([]);
  await closeStores(engine);
};

/** Each of these customers has one event of each of these types. */
export const expectOnce = async (environment: Environment, types: readonly string[], customers: readonly string[]) => {
  const engine = await openEngine(configurationOf(environment));
  const wanted = new Set(customers);
  const found = (await everything(engine.log)).filter(
    ({ type, subject }) => types.includes(type) && wanted.has(subject),
  );
  const named = found.map(({ type, subject }) => `${type} of ${subject}`);
  expect(named.toSorted()).toEqual(types.flatMap((type) => customers.map((id) => `${type} of ${id}`)).toSorted());
  await closeStores(engine);
};

/** Waits until every view is served in the version and with the settings of this program. */
export const built = (documents: ViewStore, views: readonly AnyProjection[]) =>
  until(async () => {
    const served = await Promise.all(views.map(({ name }) => documents.served(name)));
    return views.every((view, index) => served[index]?.split('.')[0] === collectionOf(view));
  });

/** Settings that change views. */
export const OTHER_SETTINGS: Environment = {
  LIFECYCLE_MATURE_WON_DEALS: '1',
  LIFECYCLE_DECLINING_SILENT_DAYS: '30',
  TIME_ZONE: 'Pacific/Kiritimati',
  PHONE_REGION: 'AT',
};

/** Every view, after it has caught up, equals a fold of the whole log in memory. */
export const expectViewsLikeRebuilt = async (environment: Environment) => {
  const engine = await openEngine(configurationOf(environment));
  const { log, documents } = engine;
  const { views } = engine.catalogue;
  const projector = new Projector(log, documents, views);
  await projector.start();
  const head = await log.head();
  const arrived = views.map(({ name }) => projector.positions.passed(name, head, PATIENCE));
  expect(await Promise.all(arrived)).not.toContain(false);
  await built(documents, views);
  await projector.stop();

  const events = await everything(log);
  for (const projection of views) {
    const rebuilt = Object.fromEntries(project(projection, events));
    expect({ view: projection.name, documents: await stored(documents, projection) }).toEqual({
      view: projection.name,
      documents: JSON.parse(JSON.stringify(rebuilt)) as object,
    });
  }
  await closeStores(engine);
};

const stored = async (store: ViewStore, { name }: AnyProjection) => {
  const collection = (await store.served(name))!;
  const found: Record<string, object> = {};
  for (let after; ;) {
    const page = await store.find(collection, { limit: 1_000, after });
    for (const { id, body } of page.documents) found[id] = body;
    if (!page.next) return found;
    after = page.next;
  }
};
