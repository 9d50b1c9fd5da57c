import type { LeadRoutingEvent, Routed, RuleEntry } from '@annals/contracts-leads';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<LeadRoutingEvent, Type>['data'];

/** A rule that leads are assigned by, as far as it is known. */
export type KnownRule = { readonly ruleId: string; readonly entry: Partial<RuleEntry>; readonly isOn: boolean };

/** A lead that was assigned by rule. */
export type RoutedLead = {
  readonly ruleId: string;
  readonly ownerId: string;
  readonly attempt: number;
  /** What it was assigned by last. */
  readonly asked: Routed;
  /** All who have had it. */
  readonly had: readonly string[];
  readonly isOpen: boolean;
};

export type Routing = {
  readonly rules: ImmutableMap<KnownRule>;
  readonly leads: ImmutableMap<RoutedLead>;
  /** How many leads a rule has assigned to a user, by both. */
  readonly turns: ImmutableMap<number>;
  /** How many leads of a user are open that rules assigned. */
  readonly open: ImmutableMap<number>;
};

/** The key of the leads that a rule has assigned to a user. */
export const turnOf = (ruleId: string, userId: string): string => `${ruleId}/${userId}`;

const more = (counts: ImmutableMap<number>, key: string, by: number) => counts.with(key, (counts.get(key) ?? 0) + by);

const closed = ({ open }: Routing, lead: RoutedLead | undefined) =>
  lead?.isOpen ? more(open, lead.ownerId, -1) : open;

const withLead = (state: Routing, { leadId, asked, owner: { id }, assignment }: DataOf<'LeadRouted'>): Routing => {
  const { ruleId, attempt, escalated } = assignment;
  const before = state.leads.get(leadId);
  const lead = { ruleId, ownerId: id, attempt, asked, had: [...(before?.had ?? []), id], isOpen: true };
  return {
    ...state,
    leads: state.leads.with(leadId, lead),
    turns: escalated ? state.turns : more(state.turns, turnOf(ruleId, id), 1),
    open: more(closed(state, before), id, 1),
  };
};

const released = (state: Routing, { leadId }: DataOf<'LeadReleased'>): Routing => {
  const lead = state.leads.get(leadId);
  if (!lead) return state;
  return { ...state, leads: state.leads.with(leadId, { ...lead, isOpen: false }), open: closed(state, lead) };
};

/** A fold of the stream of assignments. */
export const knownRouting: Pick<Decider<never, Routing, LeadRoutingEvent>, 'initial' | 'evolve'> = {
  initial: {
    rules: ImmutableMap.empty(),
    leads: ImmutableMap.empty(),
    turns: ImmutableMap.empty(),
    open: ImmutableMap.empty(),
  },
  evolve: {
    LeadRuleNoted: (state, { ruleId, entry, isOn }) => {
      const before = state.rules.get(ruleId);
      const known = { ...before?.entry, ...(entry as Partial<RuleEntry>) };
      const rule = { ruleId, entry: known, isOn: isOn ?? before?.isOn ?? false };
      return { ...state, rules: state.rules.with(ruleId, rule) };
    },
    LeadRouted: withLead,
    LeadReleased: released,
  },
};
