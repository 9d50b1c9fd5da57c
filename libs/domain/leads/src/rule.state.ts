import type { RuleEntry, LeadRuleEvent } from '@annals/contracts-leads';
import type { Decider, Of } from '@annals/event-sourcing';
import { keptSteps, type KeptEntry } from './kept-entry.js';

type Added = Of<LeadRuleEvent, 'LeadRuleAdded'>['data'];

/** What the stream of a rule says of it; `null` before it is added. */
export type LeadRule = KeptEntry<Added, RuleEntry>;

const steps = keptSteps<Added, RuleEntry>(({ ruleId: _, ...entry }) => entry);

/** A fold of the stream of a rule. */
export const knownRule: Pick<Decider<never, LeadRule, LeadRuleEvent>, 'initial' | 'evolve'> = {
  initial: null,
  evolve: {
    LeadRuleAdded: steps.added,
    LeadRuleChanged: steps.changed,
    LeadRuleSwitchedOff: steps.switchedOff,
    LeadRuleSwitchedOn: steps.switchedOn,
  },
};
