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
  readonly tenure: (Evidence & { readonly months: number }) | null;
  /** The newest won deals with a value, newest first. */
  readonly won: readonly WonDeal[];
  /** The newest won deals without a value, newest first. */
  readonly unpaid: readonly WonDeal[];
  /** Open deals at the step `intent` or beyond. */
  readonly pursued: Readonly<Record<string, Evidence>>;
  readonly unresolved: Readonly<Record<string, Evidence>>;
  readonly lost: Evidence | null;
  readonly silence: (Evidence & { readonly since: string }) | null;
};

export const NOTHING: LifecycleFacts = {
  lastActivityAt: null,
  latestAt: null,
  tenure: null,
  won: [],
  unpaid: [],
  pursued: {},
  unresolved: {},
  lost: null,
  silence: null,
};

export type Note<Data> = (facts: LifecycleFacts, data: Data, evidence: Evidence, kept: number) => LifecycleFacts;
