import type { z } from 'zod';
import type { Aggregation, Condition, Group, Query } from './document-store.js';
import type { Immutable } from './immutable.js';
import type { Projection } from './projection.js';

/** What a read of a view asks for. */
type Asked = { readonly ids: readonly string[] } | { readonly query: Query } | { readonly aggregation: Aggregation };

/** Whose page on which day, `2026-01-31`, and which types of events the caller has no right to see on it. */
export type PageRequest = {
  readonly customerId: string;
  readonly today: string;
  readonly hidden: ReadonlySet<string>;
};

/** A read for the page of a customer. */
export type PageRead<Found = unknown> = {
  readonly view: Projection<never, never>;
  /** Paths of personal data in its documents. */
  readonly personal: readonly string[];
  /** The name of a read of the part, by customer, without whose document there is nothing to find. */
  readonly within?: string;
  readonly asked: (request: PageRequest) => Asked;
  readonly found: (documents: readonly object[], groups: readonly Group[]) => Found;
};

type Readable<D extends object> = Projection<never, D>;

/** The document of the customer in a view by customer; `null` without one. */
export const ofCustomer = <D extends object>(view: Readable<D>, personal: readonly string[]): PageRead<D | null> => ({
  view,
  personal,
  asked: ({ customerId }) => ({ ids: [customerId] }),
  found: ([document]) => (document ?? null) as D | null,
});

/** The same read, skipped for a customer without a document that another read of the part finds. */
export const within = <Found>(name: string, read: PageRead<Found>): PageRead<Found> => ({ ...read, within: name });

/** The first documents of the customer in a view with a field `customer`. */
export const firstOf = <D extends object>(
  view: Readable<D>,
  personal: readonly string[],
  { where, ...query }: Omit<Query, 'where'> & { readonly where?: (request: PageRequest) => readonly Condition[] },
): PageRead<readonly D[]> => ({
  view,
  personal,
  asked: (request) => ({ query: { ...query, where: [ofThe(request), ...(where?.(request) ?? [])] } }),
  found: (documents) => documents as readonly D[],
});

/** Counts and sums over the documents of the customer in a view with a field `customer`. */
export const groupsOf = (
  view: Readable<never>,
  {
    where,
    ...aggregation
  }: Omit<Aggregation, 'where'> & { readonly where: (request: PageRequest) => readonly Condition[] },
): PageRead<readonly Group[]> => ({
  view,
  personal: [],
  asked: (request) => ({ aggregation: { ...aggregation, where: [ofThe(request), ...where(request)] } }),
  found: (_, groups) => groups,
});

const ofThe = ({ customerId }: PageRequest): Condition => ({ field: 'customer', is: customerId });

type FoundBy<Reads> = { readonly [Name in keyof Reads]: Reads[Name] extends PageRead<infer Found> ? Found : never };

/** A part of the page of a customer: what it reads, and the fields of the page that it answers. */
export type PagePart<A extends z.ZodObject = z.ZodObject> = {
  readonly reads: Readonly<Record<string, PageRead>>;
  /** What it finds makes no page alone: the history of a customer who was withdrawn. */
  readonly beside?: true | undefined;
  /** Of the stream of the customer, from the part that shows it. */
  readonly revision?: ((found: Readonly<Record<string, unknown>>) => number | undefined) | undefined;
  readonly answer: {
    readonly schema: A;
    /** Gets masked documents if the caller may not see personal data. */
    readonly of: (found: Readonly<Record<string, unknown>>) => Immutable<z.output<A>>;
  };
};

/** `pagePart({ reads: { totals: ofCustomer(…), open: firstOf(…) }, answer: { schema, of: ({ totals, open }) => … } })` */
export const pagePart = <const Reads extends Readonly<Record<string, PageRead>>, A extends z.ZodObject>({
  reads,
  beside,
  revision,
  answer: { schema, of },
}: {
  readonly reads: Reads;
  readonly beside?: true;
  readonly revision?: (found: FoundBy<Reads>) => number | undefined;
  readonly answer: { readonly schema: A; readonly of: (found: FoundBy<Reads>) => Immutable<z.output<A>> };
}): PagePart<A> => ({
  ...{ reads, beside },
  revision: revision && ((found) => revision(found as FoundBy<Reads>)),
  answer: { schema, of: (found) => of(found as FoundBy<Reads>) },
});
