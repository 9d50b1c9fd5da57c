import type { z } from 'zod';
import type { Aggregation, Group, Query } from './document-store.js';
import type { Projection } from './projection.js';
import type { TextPath } from './text-path.js';

/** What a read of a view asks for. */
type Asked = { readonly ids: readonly string[] } | { readonly query: Query } | { readonly aggregation: Aggregation };

/** A read for the page of a customer; `today` is a day, `2026-01-31`. */
export type PageRead<Found = unknown> = {
  readonly view: Projection<never, never>;
  /** Paths of personal data in its documents. */
  readonly personal: readonly string[];
  readonly asked: (customerId: string, today: string) => Asked;
  readonly found: (documents: readonly object[], groups: readonly Group[]) => Found;
};

type Readable<D extends object> = Projection<never, D>;

/** The document of the customer in a view by customer; `null` without one. */
export const ofCustomer = <D extends object>(
  view: Readable<D>,
  personal: readonly TextPath<D>[],
): PageRead<D | null> => ({
  view,
  personal,
  asked: (customerId) => ({ ids: [customerId] }),
  found: ([document]) => (document ?? null) as D | null,
});

/** The first documents of a view that a query of the customer finds. */
export const firstOf = <D extends object>(
  view: Readable<D>,
  personal: readonly TextPath<D>[],
  query: (customerId: string) => Query,
): PageRead<readonly D[]> => ({
  view,
  personal,
  asked: (customerId) => ({ query: query(customerId) }),
  found: (documents) => documents as readonly D[],
});

/** Counts and sums over the documents of a view. */
export const groupsOf = (
  view: Readable<never>,
  aggregation: (customerId: string, today: string) => Aggregation,
): PageRead<readonly Group[]> => ({
  view,
  personal: [],
  asked: (customerId, today) => ({ aggregation: aggregation(customerId, today) }),
  found: (_, groups) => groups,
});

type FoundBy<Reads> = { readonly [Name in keyof Reads]: Reads[Name] extends PageRead<infer Found> ? Found : never };

/** A part of the page of a customer: what it reads, and the fields of the page that it answers. */
export type PagePart<A extends z.ZodObject = z.ZodObject> = {
  readonly reads: Readonly<Record<string, PageRead>>;
  readonly answer: {
    readonly schema: A;
    /** Gets masked documents if the caller may not see personal data. */
    readonly of: (found: Readonly<Record<string, unknown>>) => z.output<A>;
  };
};

/** `pagePart({ reads: { totals: ofCustomer(…), open: firstOf(…) }, answer: { schema, of: ({ totals, open }) => … } })` */
export const pagePart = <const Reads extends Readonly<Record<string, PageRead>>, A extends z.ZodObject>({
  reads,
  answer: { schema, of },
}: {
  readonly reads: Reads;
  readonly answer: { readonly schema: A; readonly of: (found: FoundBy<Reads>) => z.output<A> };
}): PagePart<A> => ({ reads, answer: { schema, of: (found) => of(found as FoundBy<Reads>) } });
