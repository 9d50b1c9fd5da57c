import { isISO8601 } from 'class-validator';
import { z } from 'zod';

const SKEW = 2_000; // ms, by which the caller's clock may be ahead

/** An ISO 8601 instant with its offset (`2026-01-05T09:00:00Z`) or a day, which is its beginning in UTC; not in the future. */
export const pastInstant = z
  .string()
  .max(40)
  .refine(
    (value) =>
      isISO8601(value, { strict: true, strictSeparator: true }) &&
      /^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:?\d\d))?$/.test(value) &&
      Date.parse(value) <= Date.now() + SKEW,
    {
      message: 'must be an ISO 8601 instant with offset, or a day, and not in the future',
      params: { rule: 'isPastInstant' },
    },
  )
  .meta({ anyOf: [{ format: 'date-time' }, { format: 'date' }] });
