import type { FieldValue, Scalar } from './document-store.js';
import type { Event, Of, RecordedEvent } from './message.js';

/** A read model as a pure function of events. A new `version` is built beside the old one. */
export type Projection<E extends Event, Document extends object> = {
  readonly name: string;
  readonly version: number;
  /** The documents that an event touches. */
  readonly key: (event: RecordedEvent<E>) => string | readonly string[];
  /** The next document from the last one, `null` if there is none; returning `null` removes it. */
  readonly on: {
    readonly [T in E['type']]: (
      document: Document | null,
      event: RecordedEvent<Of<E, T>>,
      key: string,
    ) => Document | null;
  };
  /** What can be filtered, sorted, grouped and summed by: one value of a document (`of`) or several (`each`). */
  readonly fields?: Readonly<Record<string, Field<Document>>>;
  /** Groups of `of` fields that are looked up together, in the order of a composite index; `each` fields always have one. */
  readonly indexes?: readonly (readonly string[])[];
};

export type Field<Document> = (
  { readonly of: (document: Document) => Scalar } | { readonly each: (document: Document) => readonly Scalar[] }
) & {
  /** The values are ids of employees who look after what the document is about, and may therefore see it. */
  readonly party?: true;
};

type Declared<E extends Event, D extends object, Name extends string> = Omit<Projection<E, D>, 'fields' | 'indexes'> & {
  readonly fields: { readonly [N in Name]: Field<D> };
  readonly indexes?: readonly (readonly NoInfer<Name>[])[];
};

/**
 * `projection<Events, Document>()({ … })`: an index that names no field does not compile. Two calls, since one cannot infer
 * some of its type arguments only.
 */
export const projection =
  <E extends Event, D extends object>() =>
  <const Name extends string>(declared: Declared<E, D, Name>): Projection<E, D> =>
    declared;

/** The same step for each of these types. */
export const onEach = <Type extends string, Step>(types: readonly Type[], step: Step) =>
  Object.fromEntries(types.map((type) => [type, step])) as Readonly<Record<Type, Step>>;

export type Documents<Document> = ReadonlyMap<string, Document>;

/** A moment on one of the three axes: the log, what we knew (`recordedAt`), what was true (`occurredAt`). */
export type Moment = { readonly position: number } | { readonly recordedAt: Date } | { readonly occurredAt: Date };

export const collectionOf = ({ name, version }: { name: string; version: number }) => `${name}-v${version}`;

/** The subscription's filter. There is no second list to keep in step. */
export const typesOf = ({ on }: { on: object }): readonly string[] => Object.keys(on);

/** The values of a document's declared fields. */
export const fieldsOf = <D extends object>(
  { fields = {} }: Pick<Projection<never, D>, 'fields'>,
  document: D,
): Record<string, FieldValue> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, 'of' in field ? field.of(document) : field.each(document)]),
  );

/**
 * Live: the next events on top of the documents so far. Rebuild: all events on top of nothing.
 * Types that the projection does not name are passed over, as its subscription would.
 */
export const project = <E extends Event, D extends object>(
  projection: Projection<E, D>,
  events: Iterable<RecordedEvent>,
  documents: Documents<D> = new Map(),
): Documents<D> => {
  const next = new Map(documents);
  for (const event of events) {
    for (const key of keysOf(projection, event)) {
      const document = step(projection, next.get(key) ?? null, event, key);
      if (document === null) next.delete(key);
      else next.set(key, document);
    }
  }
  return next;
};

/** The ids of the documents that an event touches; none for a type that the projection does not name. */
export const keysOf = <E extends Event, D extends object>(
  { key, on }: Projection<E, D>,
  event: RecordedEvent,
): readonly string[] => (event.type in on ? [key(event as RecordedEvent<E>)].flat() : []);

/** One document after one event of those that `keysOf` has keys for. */
export const step = <E extends Event, D extends object>(
  { on }: Projection<E, D>,
  document: D | null,
  event: RecordedEvent,
  key: string,
): D | null => {
  const steps: Readonly<Record<string, (document: D | null, event: never, key: string) => D | null>> = on;
  return steps[event.type]!(document, event as never, key);
};

/** What the same projection showed at a moment. Costs a fold over `history`, so pass one customer's events. */
export const foldAsOf = <E extends Event, D extends object>(
  projection: Projection<E, D>,
  history: readonly RecordedEvent[],
  moment: Moment,
): Documents<D> => project(projection, until(history, moment));

/** The events that count at a moment, in the order in which that axis saw them. */
export const until = (history: readonly RecordedEvent[], moment: Moment): readonly RecordedEvent[] => {
  if ('position' in moment) return history.filter(({ position }) => position <= moment.position);
  if ('recordedAt' in moment) return history.filter(({ recordedAt }) => new Date(recordedAt) <= moment.recordedAt);
  return history
    .filter(({ occurredAt }) => new Date(occurredAt) <= moment.occurredAt)
    .toSorted((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
};
