import {
  LEAD_ROUTING,
  LeadReleased,
  LeadRouted,
  LeadRuleNoted,
  LEADS,
  type LeadRoutingEvent,
} from '@annals/contracts-leads';
import { ACCESS, type AccessEvent } from '@annals/contracts-organisation';
import { sameContent } from '@annals/contracts-values';
import { ImmutableMap, type CommandOf, type Days, type Decider, type Of } from '@annals/event-sourcing';
import { leadProblems } from './lead.problems.js';
import { chosenOf, consideredBy, rulesFor, type Rule } from './routing.choice.js';
import type * as commands from './routing.commands.js';
import { knownRouting, type RoutedLead, type Routing } from './routing.state.js';

type Command = CommandOf<typeof commands>;
type Route = Of<Command, 'RouteLead'>;
type Inactive = ImmutableMap<boolean>;
type Switched = Of<AccessEvent, 'UserDeactivated' | 'UserReactivated'>['data'];
type Now = { readonly at: Date; readonly inactive: Inactive };

/** The calendar of the company: which day an instant is on, and when business minutes have passed. */
export type RoutingCalendar = Pick<Days, 'dayOf'> & { readonly later: (at: Date, minutes: number) => Date };

/** Assigns leads by rules, in the order in which they arrive. */
export const leadRouting = ({
  dayOf,
  later,
}: RoutingCalendar): Decider<Command, Routing, LeadRoutingEvent, Inactive> => {
  const momentOf = ({ at, inactive }: Now) => ({ day: dayOf(at), inactive });
  const deadline = ({ entry: { respondWithin } }: Rule, at: Date) =>
    respondWithin == null ? {} : { respondBy: later(at, respondWithin).toISOString() };

  const first = ({ leadId, asked }: Route, state: Routing, now: Now) => {
    for (const rule of rulesFor(state, asked)) {
      const all = consideredBy(rule, state, { moment: momentOf(now) });
      const id = chosenOf(rule, all);
      if (id === undefined) continue;
      const assignment = assignmentOf(rule, { attempt: 1, all, escalated: false });
      return [LeadRouted.event({ leadId, asked, owner: { id }, assignment, ...deadline(rule, now.at) })];
    }
    return [];
  };

  const next = ({ leadId, asked }: Route, lead: RoutedLead, state: Routing, now: Now) => {
    const rule = state.rules.get(lead.ruleId) as Rule;
    const { reassignments, escalateTo } = rule.entry;
    const all = consideredBy(rule, state, { moment: momentOf(now), had: lead.had });
    const chosen = lead.attempt <= reassignments ? chosenOf(rule, all) : undefined;
    const id = chosen ?? managerOf(escalateTo, lead, now);
    if (id === null) return [];
    const assignment = assignmentOf(rule, { attempt: lead.attempt + 1, all, escalated: chosen === undefined });
    const until = chosen === undefined ? {} : deadline(rule, now.at);
    return [LeadRouted.event({ leadId, asked, owner: { id }, assignment, ...until })];
  };

  return {
    stream: () => LEAD_ROUTING,
    subject: () => LEADS,
    ...knownRouting,

    context: {
      stream: ({ type }) => (type === 'RouteLead' ? ACCESS : undefined),
      initial: ImmutableMap.empty<boolean>(),
      evolve: {
        UserDeactivated: (all: Inactive, { userId }: Switched) => all.with(userId, true),
        UserReactivated: (all: Inactive, { userId }: Switched) => all.with(userId, false),
      },
    },

    decide: {
      NoteLeadRule: ({ ruleId, entry, isOn }, { rules }) => {
        const known = rules.get(ruleId);
        const isSame =
          known && (isOn ?? known.isOn) === known.isOn && sameContent({ ...known.entry, ...entry }, known.entry);
        return isSame ? [] : [LeadRuleNoted.event({ ruleId, entry, isOn: isOn ?? known?.isOn ?? false })];
      },

      RouteLead: (command, state, at, inactive) => {
        const { leadId, asked } = command;
        const lead = state.leads.get(leadId);
        if (!lead) return asked.missedBy === undefined ? first(command, state, { at, inactive }) : [];
        if (sameContent(lead.asked, asked)) return [];
        if (asked.missedBy !== lead.ownerId) leadProblems.reject('LeadAlreadyRouted', { leadId });
        return next(command, lead, state, { at, inactive });
      },

      ReleaseLead: ({ leadId }, { leads }) => {
        const lead = leads.get(leadId);
        return lead?.isOpen ? [LeadReleased.event({ leadId, userId: lead.ownerId })] : [];
      },
    },
  };
};

/** The manager of a rule, unless he or she has had the lead or has left. */
const managerOf = (userId: string | null, { had }: RoutedLead, { inactive }: Now) =>
  userId === null || had.includes(userId) || inactive.get(userId) ? null : userId;

type Outcome = {
  readonly attempt: number;
  readonly escalated: boolean;
  readonly all: ReturnType<typeof consideredBy>;
};

const assignmentOf = ({ ruleId, entry: { name: rule, method } }: Rule, { attempt, escalated, all }: Outcome) => ({
  ...{ ruleId, rule, method, attempt, escalated, considered: [...all] },
});
