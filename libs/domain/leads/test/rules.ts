import {
  LeadReleased,
  LeadRouted,
  LeadRuleNoted,
  type Assignment,
  type Considered,
  type RuleEntry,
} from '@annals/contracts-leads';

export const member = (userId: string, capacity = 1, awayUntil: string | null = null) => ({
  ...{ userId, capacity, awayUntil },
});

export const entry: RuleEntry = {
  ...{ name: 'East', place: 10, sources: [], regions: ['east'], countries: [], languages: [] },
  ...{ method: 'round-robin', members: [member('anna'), member('bo')] },
  ...{ respondWithin: 60, reassignments: 1, escalateTo: 'max' },
};

export const noted = (more: Partial<RuleEntry> = {}, ruleId = 'r-1', isOn = true) =>
  LeadRuleNoted.event({ ruleId, entry: { ...entry, ...more }, isOn });

const counts = { capacity: 1, turns: 0, open: 0, passedOver: null } as const;
export const considered = (userId: string, more: Partial<Considered> = {}): Considered => ({
  ...{ userId, ...counts, ...more },
});

export const assignment: Assignment = {
  ...{ ruleId: 'r-1', rule: 'East', method: 'round-robin', attempt: 1, escalated: false },
  considered: [considered('anna'), considered('bo')],
};

export const asked = { source: 'web-form', region: 'east' };

/** In business time, an hour after the moment at which scenarios are decided. */
export const UNTIL = '2026-01-05T10:00:00.000Z';

export const routed = (id: string, leadId = 'le-1', more: Partial<Assignment> = {}) =>
  LeadRouted.event({ leadId, asked, owner: { id }, assignment: { ...assignment, ...more }, respondBy: UNTIL });
export const released = (userId: string, leadId = 'le-1') => LeadReleased.event({ leadId, userId });
