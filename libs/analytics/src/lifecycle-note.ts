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

/** The state that determines a customer's lifecycle; of bounded size. */
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
