/** As much of an event as a lifecycle depends on. `occurredAt` is an ISO 8601 instant. */
export type LifecycleFact = {
  readonly type: string;
  readonly id: string;
  readonly position: number;
  readonly occurredAt: string;
  readonly data: object;
};

/** The event that proves something. */
export type Evidence = Omit<LifecycleFact, 'data'>;

/** What has to be remembered of a customer's events to know its lifecycle state; it stays small. */
export type LifecycleFacts = {
  readonly lastActivityAt: string | null;
  readonly tenure: (Evidence & { readonly months: number }) | null;
  /** The newest won deals, newest first. */
  readonly won: readonly (Evidence & { readonly dealId: string })[];
  /** Open deals at the step `intent` or beyond. */
  readonly pursued: Readonly<Record<string, Evidence>>;
  readonly unresolved: Readonly<Record<string, Evidence>>;
  readonly lost: Evidence | null;
  readonly silence: (Evidence & { readonly since: string }) | null;
};

export const NOTHING: LifecycleFacts = {
  lastActivityAt: null,
  tenure: null,
  won: [],
  pursued: {},
  unresolved: {},
  lost: null,
  silence: null,
};

export type Note<Data> = (facts: LifecycleFacts, data: Data, evidence: Evidence, kept: number) => LifecycleFacts;
