import {
  LeadRuleAdded,
  LeadRuleChanged,
  leadRuleStream,
  LeadRuleSwitchedOff,
  LeadRuleSwitchedOn,
  LEADS,
  someRuleEntry,
  type RuleChange,
  type RuleEntry,
  type LeadRuleEvent,
} from '@annals/contracts-leads';
import { changeOf, expectingAfter, saidOf, sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as commands from './rule.commands.js';
import { leadRuleProblems } from './rule.problems.js';
import { knownRule, type LeadRule } from './rule.state.js';

const { reject } = leadRuleProblems;

const NOTHING = {
  ...{ place: 100, sources: [], regions: [], countries: [], languages: [], method: 'round-robin' },
  ...{ respondWithin: null, reassignments: 0, escalateTo: null },
} as const;

const expectAfter = expectingAfter(({ since, occurredAt }) =>
  reject('LeadRuleOccurredTooEarly', { since: since!, occurredAt }),
);

/** The rules by which leads are assigned. */
export const leadRule: Decider<CommandOf<typeof commands>, LeadRule, LeadRuleEvent> = {
  stream: ({ ruleId }) => leadRuleStream(ruleId),
  subject: () => LEADS,
  ...knownRule,

  decide: {
    AddLeadRule: (command, rule) => {
      const { ruleId } = command;
      const added = LeadRuleAdded.event({ ruleId, ...({ ...NOTHING, ...said(command) } as RuleEntry) });
      if (rule) return sameContent(rule.added, added.data) ? [] : reject('LeadRuleAlreadyAdded', { ruleId });
      return [added];
    },

    ChangeLeadRule: (command, rule, at) => {
      const { ruleId } = command;
      const { entry, changedAt } = known(rule, ruleId);
      const change = changeOf(entry, said(command));
      if (!change) return [];
      expectAfter(command, at, { by: 'change', at: changedAt });
      return [LeadRuleChanged.event({ ruleId, ...change })];
    },

    SwitchOffLeadRule: (command, rule, at) => {
      const { ruleId, reason } = command;
      const { isOn, reason: earlier, changedAt } = known(rule, ruleId);
      if (!isOn) return earlier === reason ? [] : reject('LeadRuleAlreadyOff', { ruleId });
      expectAfter(command, at, { by: 'change', at: changedAt });
      return [LeadRuleSwitchedOff.event({ ruleId, reason })];
    },

    SwitchOnLeadRule: (command, rule, at) => {
      const { ruleId, reason } = command;
      const { isOn, reason: earlier, changedAt } = known(rule, ruleId);
      if (isOn) return earlier === reason ? [] : reject('LeadRuleAlreadyOn', { ruleId });
      expectAfter(command, at, { by: 'change', at: changedAt });
      return [LeadRuleSwitchedOn.event({ ruleId, reason })];
    },
  },
};

/** Rejects with `LeadRuleUnknown`. */
const known = (rule: LeadRule, ruleId: string): NonNullable<LeadRule> => rule ?? reject('LeadRuleUnknown', { ruleId });

/** What a command says of the rule. */
const said = (command: object): RuleChange => saidOf(someRuleEntry.shape, command);
