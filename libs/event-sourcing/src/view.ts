import type { z } from 'zod';
import type { ID } from './collection.js';
import type { Immutable } from './immutable.js';
import type { Event } from './message.js';
import type { Field, Projection } from './projection.js';
import type { ReportDefinition } from './report.js';
import type { TextPath } from './text-path.js';
import type { List, NamedAs } from './view-list.js';

/** A field that a list can be filtered by: `schema` is what a value may be, such as one of some choices. */
export type ViewField<D> = Field<D> & {
  readonly kind: 'text' | 'number' | 'flag' | 'instant' | 'day';
  readonly schema?: z.ZodType | undefined;
  /** Its values are personal: callers who may not see them can neither filter nor sort by them. */
  readonly personal?: true;
};

/** The public form of a document. The stored one stays private and can change freely. */
export type ViewAnswer<D, A extends z.ZodObject> = {
  readonly schema: A;
  /** Gets a masked document if the caller may not see personal data, so that the answer cannot leak it. */
  readonly of: (document: D) => Immutable<z.output<A>>;
};

/** What a view says of itself beside its fold. */
export type Shown<D extends object, Name extends string, A extends z.ZodObject, Needs extends string> = {
  readonly fields: { readonly [N in Name]: ViewField<D> };
  /** Paths of personal data in the document. */
  readonly personal: readonly string[];
  readonly answer: ViewAnswer<D, A>;
  /** Of the stream that the record comes from, as of the last event in the document: the ETag of the record. */
  readonly revision?: (document: D) => number;
  readonly list?: List<Name, Needs>;
  readonly report?: ReportDefinition<D>;
  /** By the name of the field by which other views refer to its records. */
  readonly namedAs?: Readonly<Record<string, NamedAs<D>>>;
};

/** A read model and how it is read. */
export type View<
  E extends Event,
  D extends object,
  Name extends string = string,
  A extends z.ZodObject = z.ZodObject,
  Needs extends string = string,
> = Omit<Projection<E, D>, 'fields'> & Shown<D, Name, A, Needs>;

/** Any view that has a list. What serves it hands the view no other documents than the view's own. */
export type ListedView = View<never, object> & { readonly list: List };

/** Any view that has a report. What serves it hands the view no other documents than the view's own. */
export type ReportedView = View<never, object> & { readonly report: ReportDefinition };

export const isReported = (projection: Projection<never, never>): projection is ReportedView => 'report' in projection;

export const isListed = (projection: Projection<never, never>): projection is ListedView => 'list' in projection;

/** A field that every view with a list has besides its own: when the document last changed, as the log recorded it. */
export const UPDATED_AT = 'updatedAt';

/**
 * Who sees a record: with a field `customer`, those who may see that customer, or who are in one of its `party` fields.
 * Without it everybody with the right, which has to be said.
 */
type Audience<Name extends string> = 'customer' extends Name
  ? { readonly about?: 'customers' }
  : { readonly about: 'installation' };

type Declared<
  E extends Event,
  D extends object,
  Name extends string,
  A extends z.ZodObject,
  Needs extends string,
  Sum extends Name,
  Amount extends Name,
  Median extends Name,
> = Omit<View<E, D, Name, A, Needs>, 'indexes' | 'personal' | 'list' | 'report'> &
  Audience<Name> & {
    readonly indexes?: readonly (readonly NoInfer<Name | typeof ID>[])[];
    readonly personal: readonly TextPath<D>[];
    readonly list?: List<NoInfer<Name>, Needs>;
    readonly report?: ReportDefinition<D, NoInfer<Name>, Sum, Amount, Median>;
  };

/**
 * `view<Events, Document>()({ … })`: names of fields and paths that are misspelt do not compile. Two calls, since one cannot
 * infer some of its type arguments only.
 */
export const view =
  <E extends Event, D extends object>() =>
  <
    const Name extends string,
    A extends z.ZodObject,
    const Needs extends string = never,
    const Sum extends NoInfer<Name> = never,
    const Amount extends NoInfer<Name> = never,
    const Median extends NoInfer<Name> = never,
  >(
    declared: Declared<E, D, Name, A, Needs, Sum, Amount, Median>,
  ): View<E, D, Name, A, Needs> =>
    declared;
