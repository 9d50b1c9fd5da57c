import { standingLoss } from './lifecycle-deals.js';
import { noted } from './lifecycle-facts.js';
import { NOTHING, type Evidence, type LifecycleFact, type LifecycleFacts } from './lifecycle-note.js';

/** Thresholds of the lifecycle states; the README explains the rules. */
export type LifecycleThresholds = {
  /** Mature from `wonDeals` deals won within `withinDays` days, or from a relation of `tenureMonths` months. */
  readonly mature: { readonly wonDeals: number; readonly withinDays: number; readonly tenureMonths: number };
  /** Declining after `silentDays` days without activity, or with `unresolvedComplaints` unresolved complaints. */
  readonly declining: { readonly silentDays: number; readonly unresolvedComplaints: number };
};

/**
 * - `lost`: from `CustomerLost` to `CustomerWonBack`, or to business that is done later.
 * - `declining`: inactivity was recorded and no activity followed, or too many complaints are unresolved.
 * - `mature`: the newest `wonDeals` won deals lie within `withinDays`, or the relation lasts `tenureMonths`.
 * - `developing`: a deal was won, the relation lasts a month, or an open deal is at the step `intent` or beyond.
 * - `initial`: none of these.
 */
export const LIFECYCLE_STATES = ['initial', 'developing', 'mature', 'declining', 'lost'] as const;
export type LifecycleState = (typeof LIFECYCLE_STATES)[number];

/** `since` is when the event that caused the change occurred; `parameters` are the thresholds of the rule. */
export type LifecycleChange = {
  readonly from: LifecycleState | null;
  readonly to: LifecycleState;
  readonly since: string;
  /** @example won-deals */
  readonly rule: string;
  /** @example { "wonDeals": 3 } */
  readonly parameters: Readonly<Record<string, number>>;
  /** By position, at most 20; the event that caused the change is always one of them. */
  readonly evidence: readonly Evidence[];
};

/** The lifecycle of a customer, with the state needed to continue. */
export type LifecycleSummary = { readonly facts: LifecycleFacts; readonly change: LifecycleChange };

const DAY = 86_400_000; // ms
const MOST_EVIDENCE = 20;
/** Number of closed deals kept beyond those that the rules need, in case some are reopened. */
const SPARE = 10;

type Rule = {
  readonly state: LifecycleState;
  readonly name: string;
  readonly parameters: (thresholds: LifecycleThresholds) => Record<string, number>;
  /** `null` if the rule does not apply. */
  readonly evidence: (facts: LifecycleFacts, thresholds: LifecycleThresholds) => readonly Evidence[] | null;
};

const isSilent = ({ silence, lastActivityAt }: LifecycleFacts) =>
  silence !== null && lastActivityAt !== null && Date.parse(silence.since) >= Date.parse(lastActivityAt);

const fromTenure = ({ tenure }: LifecycleFacts, months: number) =>
  tenure && tenure.months >= months ? [tenure] : null;

const some = (evidence: readonly Evidence[]) => (evidence.length > 0 ? evidence : null);

/** The first rule that applies decides. */
const RULES: readonly Rule[] = [
  {
    state: 'lost',
    name: 'customer-lost',
    parameters: () => ({}),
    evidence: standingLoss,
  },
  {
    state: 'declining',
    name: 'silence',
    parameters: ({ declining: { silentDays } }) => ({ silentDays }),
    evidence: (facts) => (isSilent(facts) ? [facts.silence!] : null),
  },
  {
    state: 'declining',
    name: 'unresolved-complaints',
    parameters: ({ declining: { unresolvedComplaints } }) => ({ unresolvedComplaints }),
    evidence: ({ unresolved }, { declining }) => {
      const complaints = Object.values(unresolved);
      return complaints.length >= declining.unresolvedComplaints ? complaints : null;
    },
  },
  {
    state: 'mature',
    name: 'won-deals',
    parameters: ({ mature: { wonDeals, withinDays } }) => ({ wonDeals, withinDays }),
    evidence: ({ won, latestAt }, { mature: { wonDeals, withinDays } }) => {
      const oldest = won[wonDeals - 1];
      if (!oldest || latestAt === null) return null;
      const age = Date.parse(latestAt) - Date.parse(oldest.occurredAt);
      return age <= withinDays * DAY ? won.slice(0, wonDeals) : null;
    },
  },
  {
    state: 'mature',
    name: 'tenure',
    parameters: ({ mature: { tenureMonths } }) => ({ tenureMonths }),
    evidence: (facts, { mature }) => fromTenure(facts, mature.tenureMonths),
  },
  { state: 'developing', name: 'won-deal', parameters: () => ({ wonDeals: 1 }), evidence: ({ won }) => some(won) },
  {
    state: 'developing',
    name: 'tenure',
    parameters: () => ({ tenureMonths: 1 }),
    evidence: (facts) => fromTenure(facts, 1),
  },
  {
    state: 'developing',
    name: 'deal-in-progress',
    parameters: () => ({}),
    evidence: ({ pursued }) => some(Object.values(pursued)),
  },
  { state: 'initial', name: 'known', parameters: () => ({}), evidence: () => [] },
];

const pick = ({ type, id, position, occurredAt }: Evidence): Evidence => ({ type, id, position, occurredAt });

const gathered = (evidence: readonly Evidence[], cause: Evidence): readonly Evidence[] =>
  [...evidence.filter(({ id }) => id !== cause.id).slice(1 - MOST_EVIDENCE), cause]
    .map(pick)
    .toSorted((a, b) => a.position - b.position);

/**
 * The lifecycle after one more event in log order; `null` before the first one. Old facts may be loaded late, so activity
 * is the latest occurrence. Inactivity never follows from a clock but from the event that records it.
 */
export const advance = (
  thresholds: LifecycleThresholds,
  before: LifecycleSummary | null,
  fact: LifecycleFact,
): LifecycleSummary => {
  const facts = noted(before?.facts ?? NOTHING, fact, thresholds.mature.wonDeals + SPARE);
  const rule = RULES.find(({ evidence }) => evidence(facts, thresholds) !== null)!;
  if (before?.change.to === rule.state) return { facts, change: before.change };

  const from = before?.change.to ?? null;
  const { state: to, name, parameters, evidence } = rule;
  const proof = gathered(evidence(facts, thresholds)!, fact);
  const since = fact.occurredAt;
  return { facts, change: { from, to, since, rule: name, parameters: parameters(thresholds), evidence: proof } };
};

/** The moment at which inactivity alone would make the customer decline; `null` if inactivity changes nothing. */
export const silenceDueAt = (
  { declining }: LifecycleThresholds,
  { facts: { lastActivityAt }, change: { to } }: LifecycleSummary,
): string | null => {
  if (lastActivityAt === null || !['initial', 'developing', 'mature'].includes(to)) return null;
  return new Date(Date.parse(lastActivityAt) + declining.silentDays * DAY).toISOString();
};
