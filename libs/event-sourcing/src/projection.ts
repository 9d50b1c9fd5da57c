import type { ID } from './collection.js';
import type { FieldValue, Scalar } from './document-store.js';
import { digest } from './digest.js';
import type { Event, Of, RecordedEvent } from './message.js';
import { until, type Moment } from './moment.js';
import { documentAfter, keysCounted } from './recounting.js';

/** A read model as a pure function of events. A new `version`, or other `settings`, is built beside the old one. */
export type Projection<E extends Event, Document extends object> = {
  readonly name: string;
  readonly version: number;
  /** What it is computed with besides events: see `configured`. */
  readonly settings?: string;
  /** The keys of the documents that an event changes. */
  readonly key: (event: RecordedEvent<E>) => string | readonly string[];
  /** The new document from the previous one, `null` if there is none; returning `null` removes it. */
  readonly on: {
    readonly [T in E['type']]: (
      document: Document | null,
      event: RecordedEvent<Of<E, T>>,
      key: string,
    ) => Document | null;
  };
  /** The steps for what is said of merged customers, in the document of the survivor; without them it is left out. */
  readonly aside?: { readonly [T in E['type']]?: Aside<Document, Of<E, T>> };
  /** The document of a record that also has events of no customer, after its customer was merged or parted again. */
  readonly passed?: (document: Document, customerId: string) => object;
  /** Whether it is about the log itself, where the events of merged customers stay theirs. */
  readonly asRecorded?: true;
  /** Fields for filters, sorting, grouping and sums: one value of a document (`of`), several (`each`), or an amount. */
  readonly fields?: Readonly<Record<string, Field<Document>>>;
  /** Composite indexes of `of` and `amount` fields, which may end with `ID`; each `each` field always has an index. */
  readonly indexes?: readonly (readonly string[])[];
};

type Aside<Document, E extends Event> = {
  call(document: Document | null, event: RecordedEvent<E>, key: string): Document | null;
}['call'];

export type Field<Document> = (
  | { readonly of: (document: Document) => Scalar }
  | { readonly each: (document: Document) => readonly Scalar[] }
  /** A decimal string, which is added up exactly. */
  | { readonly amount: (document: Document) => string }
) & {
  /** The values are ids of responsible employees, who may therefore see the document. */
  readonly party?: true;
};

type Fields<D> = Readonly<Record<string, Field<D>>>;

type Declared<E extends Event, D extends object, F extends Fields<D>> = Omit<Projection<E, D>, 'fields' | 'indexes'> & {
  readonly fields: F;
  readonly indexes?: readonly (readonly NoInfer<(keyof F & string) | typeof ID>[])[];
};

/**
 * `projection<Events, Document>()({ … })`: an index of an undeclared field does not compile. Two calls, because TypeScript
 * cannot infer only some type arguments of one call.
 */
export const projection =
  <E extends Event, D extends object>() =>
  <F extends Fields<D>>(declared: Declared<E, D, F>): Projection<E, D> & { readonly fields: F } =>
    declared;

/** The same step for each of these types. */
export const onEach = <Type extends string, Step>(types: readonly Type[], step: Step) =>
  Object.fromEntries(types.map((type) => [type, step])) as Readonly<Record<Type, Step>>;

export type Documents<Document> = ReadonlyMap<string, Document>;

/** What a projection is: its documents differ from those of any other identity. */
export type ProjectionIdentity = Pick<Projection<Event, object>, 'name' | 'version' | 'settings'>;

/** The collection of a projection: `customer-file-v1`, or `lifecycle-v6-9c3a4f2be01d7785` if it is computed with settings. */
export const collectionOf = ({ name, version, settings }: ProjectionIdentity) =>
  settings === undefined ? `${name}-v${version}` : `${name}-v${version}-${digest(settings)}`;

/** The event types of a projection, which are the filter of its subscription. */
export const typesOf = ({ on }: { on: object }): readonly string[] => Object.keys(on);

/** The value of one field of a document. */
export const valueOfField = <D>(field: Field<D>, document: D): FieldValue => {
  if ('amount' in field) return field.amount(document);
  return 'of' in field ? field.of(document) : field.each(document);
};

/** The value of a declared field of a document. Throws if it is not declared. */
export const fieldOf = <D extends object>(
  { fields = {} }: Pick<Projection<never, D>, 'fields'>,
  name: string,
  document: D,
): FieldValue => {
  const field = fields[name];
  if (!field) throw new Error(`The view has no field ${name}.`);
  return valueOfField(field, document);
};

/** The values of a document's declared fields. */
export const fieldsOf = <D extends object>(
  { fields = {} }: Pick<Projection<never, D>, 'fields'>,
  document: D,
): Record<string, FieldValue> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOfField(field, document)]));

/**
 * Live: new events on the current documents. Rebuild: all events on none. Types that the projection does not name are
 * ignored, as by its subscription.
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

/** The ids of the documents that an event changes; none for a type that the projection does not name. */
export const keysOf = <E extends Event, D extends object>(
  projection: Projection<E, D>,
  event: RecordedEvent,
): readonly string[] => keysCounted(projection, event);

/** One document after one event of those that `keysOf` has keys for. */
export const step = <E extends Event, D extends object>(
  projection: Projection<E, D>,
  document: D | null,
  event: RecordedEvent,
  key: string,
): D | null => documentAfter(projection, document, event, key) as D | null;

/** The documents of the projection at a moment. It folds `history`, so pass the events of one customer. */
export const foldAsOf = <E extends Event, D extends object>(
  projection: Projection<E, D>,
  history: readonly RecordedEvent[],
  moment: Moment,
): Documents<D> => project(projection, until(history, moment));
