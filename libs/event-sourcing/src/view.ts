import type { z } from 'zod';
import type { Event } from './message.js';
import type { Field, Projection } from './projection.js';
import type { ReportDefinition } from './report.js';
import type { TextPath } from './text-path.js';
import type { Words } from './words.js';

/** A field that a list can be filtered by: `schema` is what a value may be, such as one of some choices. */
export type ViewField<D> = Field<D> & {
  readonly kind: 'text' | 'number' | 'flag';
  readonly schema?: z.ZodType | undefined;
  /** Its values are personal: callers who may not see them can neither filter nor sort by them. */
  readonly personal?: true;
};

/** The public form of a document. The stored one stays private and can change freely. */
export type ViewAnswer<D, A extends z.ZodObject> = {
  readonly schema: A;
  /** Gets a masked document if the caller may not see personal data, so that the answer cannot leak it. */
  readonly of: (document: D) => z.output<A>;
};

/** `GET /v1/<path>?<filter>=…&sort=…` in pages, and `GET /v1/<path>/<id>`. */
export type List<Name extends string = string, Needs extends string = string> = {
  /** Below `/v1/`, without parameters: `complaints`. */
  readonly path: string;
  readonly summary: Words;
  /** What one record is called: `{ name: 'Complaint', en: 'complaint', zh: '投诉' }`; the name is for programs. */
  readonly record: Words & { readonly name: string };
  /** One of the slice's rights. */
  readonly needs: Needs;
  /** Each takes one value, or several by repeating it. */
  readonly filters: readonly Name[];
  /** Fields with one value; the first one is the default, with `-` before it from its end. */
  readonly sorts: readonly [Name | `-${Name}`, ...Name[]];
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

/** A view whose documents have the name of a customer each, by the customer's id. */
export type CustomerNaming<D = never> = { readonly names: { readonly customer: (document: D) => string | null } };

export const namesCustomers = (
  view: Projection<never, never>,
): view is Projection<never, object> & CustomerNaming<object> => 'names' in view;

/** Any view that has a report. What serves it hands the view no other documents than the view's own. */
export type ReportedView = View<never, object> & { readonly report: ReportDefinition };

export const isReported = (projection: Projection<never, never>): projection is ReportedView => 'report' in projection;

export const isListed = (projection: Projection<never, never>): projection is ListedView => 'list' in projection;

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
> = Omit<View<E, D, Name, A, Needs>, 'indexes' | 'personal' | 'list' | 'report'> &
  Audience<Name> & {
    readonly indexes?: readonly (readonly NoInfer<Name>[])[];
    readonly personal: readonly TextPath<D>[];
    readonly list?: List<NoInfer<Name>, Needs>;
    readonly report?: ReportDefinition<D, NoInfer<Name>, Sum>;
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
  >(
    declared: Declared<E, D, Name, A, Needs, Sum>,
  ): View<E, D, Name, A, Needs> =>
    declared;
