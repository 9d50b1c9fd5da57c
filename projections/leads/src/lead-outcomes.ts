import { STEP, type Outcomes } from '@annals/analytics';
import type { LeadEvent, LeadFacts } from '@annals/contracts-leads';
import { projection, type Of } from '@annals/event-sourcing';
import { closedLead } from './lead-values.js';

/** How many leads with a value were converted and disqualified. */
export type LeadOutcome = Outcomes & { readonly field: string; readonly value: string };

type Source = Of<LeadEvent, 'LeadConverted' | 'LeadDisqualified' | 'LeadRecycled'>;

/** The key of a value of a field. */
export const outcomeKey = (field: string, value: string): string => `${field}=${value}`;

const keysOf = (facts: LeadFacts, isWon: boolean): readonly string[] => {
  const { values, steps } = closedLead(facts, isWon);
  const keys = Object.entries({ ...values, [STEP]: steps }).flatMap(([field, each]) =>
    each.map((value) => outcomeKey(field, value)),
  );
  return [...new Set(keys)];
};

const counted =
  (more: Outcomes) =>
  (known: LeadOutcome | null, _: unknown, key: string): LeadOutcome | null => {
    const at = key.indexOf('=');
    const [field, value] = [key.slice(0, at), key.slice(at + 1)];
    const won = (known?.won ?? 0) + more.won;
    const lost = (known?.lost ?? 0) + more.lost;
    return won === 0 && lost === 0 ? null : { field, value, won, lost };
  };

/**
 * One document for each value of a field: what the naive-Bayes score of a lead is computed from, at a cost that depends on the number
 * of values and not on that of leads.
 */
export const leadOutcomes = projection<Source, LeadOutcome>()({
  name: 'lead-outcomes',
  version: 1,
  key: ({ type, data: { facts } }) => keysOf(facts, type === 'LeadConverted'),
  on: {
    LeadConverted: counted({ won: 1, lost: 0 }),
    LeadDisqualified: counted({ won: 0, lost: 1 }),
    LeadRecycled: counted({ won: 0, lost: -1 }),
  },
  fields: {
    field: { of: ({ field }) => field },
    won: { of: ({ won }) => won },
    lost: { of: ({ lost }) => lost },
  },
  indexes: [['field', 'won', 'lost']],
});
