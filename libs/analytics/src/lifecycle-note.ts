/** The part of an event that a lifecycle depends on. `occurredAt` is an ISO 8601 instant. */
export type LifecycleFact = {
  readonly type: string;
  readonly id: string;
  readonly position: number;
  readonly occurredAt: string;
  readonly data: object;
};

/** An event that is evidence. */
export type Evidence = Omit<LifecycleFact, 'data'>;

/** A won deal as evidence. */
export type WonDeal = Evidence & { readonly dealId: string };

/** The state that determines a customer's lifecycle; of bounded size. */
export type LifecycleFacts = {
  readonly lastActivityAt: string | null;
  /** The latest time of which anything is known: periods that reach back begin here, since no view looks at a clock. */
  readonly latestAt: string | null;
  /** `since` is the effective date, then when it occurred; of a registration the day alone. */
  readonly tenure: (Evidence & { readonly months: number; readonly since: string }) | null;
  /** The newest won deals with a value, newest first. */
  readonly won: readonly WonDeal[];
  /** The newest won deals without a value, newest first. */
  readonly unpaid: readonly WonDeal[];
  /** Open deals at the step `intent` or beyond. */
  readonly pursued: Readonly<Record<string, Evidence>>;
  /** Since when open deals are at an earlier step that they have moved to. */
  readonly early: Readonly<Record<string, string>>;
  readonly unresolved: Readonly<Record<string, Evidence>>;
  /** The last loss, and the last time that the customer was won back, by when they occurred. */
  readonly lost: Evidence | null;
  readonly wonBack: Evidence | null;
  /** When business was done last: a deal was won, or an order placed. */
  readonly businessAt: string | null;
  readonly silence: (Evidence & { readonly since: string }) | null;
};

export const NOTHING: LifecycleFacts = {
  lastActivityAt: null,
  latestAt: null,
  tenure: null,
  won: [],
  unpaid: [],
  pursued: {},
  early: {},
  unresolved: {},
  lost: null,
  wonBack: null,
  businessAt: null,
  silence: null,
};

/** The one that occurred later; of two of one instant, the one that was recorded later. */
export const laterOf = (one: Evidence | null, other: Evidence): Evidence => (one && isAfter(one, other) ? one : other);

export const isAfter = (one: Evidence, other: Evidence): boolean => {
  const between = Date.parse(one.occurredAt) - Date.parse(other.occurredAt);
  return between === 0 ? one.position > other.position : between > 0;
};

export type Note<Data> = (facts: LifecycleFacts, data: Data, evidence: Evidence, kept: number) => LifecycleFacts;
