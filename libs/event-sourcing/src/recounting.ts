import { asRecorded, type Counted, type Recounted } from './merging.js';
import type { RecordedEvent } from './message.js';

type Steps = Readonly<Record<string, (document: object | null, event: never, key: string) => object | null>>;

/** A projection, as far as merged customers concern it; see `Projection`. */
export type Countable = {
  readonly key: (event: never) => string | readonly string[];
  readonly on: object;
  readonly aside?: object;
  readonly passed?: (document: never, customerId: string) => object;
  readonly asRecorded?: true;
};

/** The ids of the documents that an event changes, with those that other events changed which count otherwise from now on. */
export const keysCounted = (projection: Countable, event: Counted): readonly string[] => {
  if (projection.asRecorded) return keysIn(projection, asRecorded(event));
  const own = keysNow(projection, event);
  return event.recounted ? [...new Set([...own, ...recountsOf(projection, event.recounted).keys()])] : own;
};

/** One document after an event of those that `keysCounted` has keys for. */
export const documentAfter = (
  projection: Countable,
  document: object | null,
  event: Counted,
  key: string,
): object | null => {
  if (projection.asRecorded) return stepIn(projection.on, document, asRecorded(event), key);
  const { recounted } = event;
  if (!recounted) return stepNow(projection, document, event, key);
  const before = recountedDocument(projection, document, recounted, key);
  return keysNow(projection, event).includes(key) ? stepNow(projection, before, event, key) : before;
};

const keysIn = ({ key, on }: Countable, event: RecordedEvent): readonly string[] => {
  if (!(event.type in on)) return [];
  const keys = key(event as never);
  return typeof keys === 'string' ? [keys] : keys;
};

const stepIn = (steps: object, document: object | null, event: RecordedEvent, key: string) =>
  (steps as Steps)[event.type]!(document, event as never, key);

/** What is said of a merged customer concerns the document of the survivor. */
const keysNow = (projection: Countable, event: Counted): readonly string[] => {
  if (!event.isAside) return keysIn(projection, event);
  return event.type in (projection.aside ?? {}) ? [event.subject] : [];
};

const stepNow = ({ on, aside = {} }: Countable, document: object | null, event: Counted, key: string) =>
  stepIn(event.isAside ? aside : on, document, event, key);

/** What the events say of the document as they count now; the document itself if that is the same. */
const recountedDocument = (
  projection: Countable,
  document: object | null,
  recounted: readonly Recounted[],
  key: string,
): object | null => {
  const events = recountsOf(projection, recounted).get(key);
  if (!events) return document;
  const { passed } = projection;
  if (passed) return document && passed(document as never, events.at(-1)!.subject);
  const next = events.reduce<object | null>((before, event) => stepNow(projection, before, event, key), null);
  return JSON.stringify(document) === JSON.stringify(next) ? document : next;
};

type ByKey = ReadonlyMap<string, readonly Counted[]>;

const found = new WeakMap<readonly Recounted[], WeakMap<object, ByKey>>();

/** The documents of which an event counts otherwise from now on, each with all events that concern it now. */
const recountsOf = (projection: Countable, recounted: readonly Recounted[]): ByKey => {
  const byProjection = found.get(recounted) ?? new WeakMap<object, ByKey>();
  found.set(recounted, byProjection);
  const known = byProjection.get(projection) ?? recountsBy(projection, recounted);
  byProjection.set(projection, known);
  return known;
};

/** A document of which no event counts otherwise stays as it is. */
const recountsBy = (projection: Countable, recounted: readonly Recounted[]): ByKey => {
  const moved = recounted.filter(({ was, is }) => was !== is).flatMap(({ was, is }) => [was, is]);
  const byKey = new Map(moved.flatMap((event) => keysNow(projection, event).map((key) => [key, [] as Counted[]])));
  if (byKey.size === 0) return byKey;
  for (const { is } of recounted) for (const key of keysNow(projection, is)) byKey.get(key)?.push(is);
  return byKey;
};
