import { add } from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';

/** The SQL function that adds up decimal texts exactly; what is no text counts as nothing. */
export const EXACT_SUM = 'annals_exact_sum';

export const addExactSum = (database: Database): void => {
  database.aggregate(EXACT_SUM, {
    start: '0.00',
    step: (total: string, value: unknown) => (typeof value === 'string' && value !== '0' ? add(total, value) : total),
    deterministic: true,
  });
};
