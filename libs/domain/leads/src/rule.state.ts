import type { RuleEntry, LeadRuleEvent } from '@annals/contracts-leads';
import type { Decider, Of } from '@annals/event-sourcing';

/** What the stream of a rule says of it; `null` before it is added. */
export type LeadRule = {
  readonly ruleId: string;
  /** As it was added. */
  readonly added: Of<LeadRuleEvent, 'LeadRuleAdded'>['data'];
  readonly entry: RuleEntry;
  readonly isOn: boolean;
  /** Why it was switched off or on last. */
  readonly reason: string | null;
  /** When it was last changed. */
  readonly changedAt: string;
} | null;

const changed =
  <Data>(step: (rule: NonNullable<LeadRule>, data: Data) => Partial<NonNullable<LeadRule>>) =>
  (rule: LeadRule, data: Data, { occurredAt: changedAt }: { readonly occurredAt: string }): LeadRule =>
    rule && { ...rule, ...step(rule, data), changedAt };

/** A fold of the stream of a rule. */
export const knownRule: Pick<Decider<never, LeadRule, LeadRuleEvent>, 'initial' | 'evolve'> = {
  initial: null,
  evolve: {
    LeadRuleAdded: (_, added, { occurredAt: changedAt }) => {
      const { ruleId, ...entry } = added;
      return { ruleId, added, entry, isOn: true, reason: null, changedAt };
    },
    LeadRuleChanged: changed(({ entry }, { after }) => ({ entry: { ...entry, ...(after as Partial<RuleEntry>) } })),
    LeadRuleSwitchedOff: changed((_, { reason }) => ({ isOn: false, reason })),
    LeadRuleSwitchedOn: changed((_, { reason }) => ({ isOn: true, reason })),
  },
};
