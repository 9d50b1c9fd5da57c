import type {
  Aggregation,
  Condition,
  Cursor,
  Group,
  FoundPart,
  Projection,
  Query,
  SubjectReads,
  ViewPart,
  ViewRead,
} from '@annals/event-sourcing';

/** The view must have passed `position`; the reader waits for that, by default up to 2,000 ms, over all reads with the same value. */
export type Freshness = { readonly position: number; readonly timeoutMs?: number };

/** `position` is the position that the view had reached; `stale` means that the requested freshness was not reached in time. */
export type Answer<T> = {
  readonly value: T;
  readonly position: number;
  readonly stale: boolean;
  /** Streams that lack events, and what they lack, if that concerns the answer. */
  readonly incomplete?: ReadonlyMap<string, string> | undefined;
};

export type Found<D> = {
  readonly items: readonly { readonly id: string; readonly document: D }[];
  readonly next: Cursor | null;
};

export type Readable<D extends object> = Projection<never, D>;

/** Read access to views, for queries. */
export abstract class Views {
  abstract one<D extends object>(view: Readable<D>, id: string, freshness?: Freshness): Promise<Answer<D | null>>;

  abstract many<D extends object>(
    view: Readable<D>,
    ids: readonly string[],
    freshness?: Freshness,
  ): Promise<Answer<ReadonlyMap<string, D>>>;

  abstract find<D extends object>(view: Readable<D>, query: Query, freshness?: Freshness): Promise<Answer<Found<D>>>;

  /** Several reads in one round trip; `position` is the lowest of the views. */
  abstract together(reads: readonly ViewRead[], freshness?: Freshness): Promise<Answer<readonly ViewPart[]>>;

  /** The reads about a subject, as `together`; prepared for each object, and the same array while it finds the same. */
  abstract about(reads: SubjectReads, subject: string, freshness?: Freshness): Promise<Answer<readonly FoundPart[]>>;

  /** `most` if there are that many or more, without looking at the rest. */
  abstract count(
    view: Readable<never>,
    where: readonly Condition[],
    freshness?: Freshness,
    most?: number,
  ): Promise<Answer<number>>;

  abstract aggregate(
    view: Readable<never>,
    aggregation: Aggregation,
    freshness?: Freshness,
  ): Promise<Answer<readonly Group[]>>;
}
