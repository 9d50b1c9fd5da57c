import { expected } from '@annals/contracts-values';
import { isISO8601 } from 'class-validator';
import { z } from 'zod';

const SKEW = 2_000; // ms that the clock of the caller may be ahead

/** An ISO 8601 instant with its offset (`2026-01-05T09:00:00Z`) or a day, which means its start in UTC; not in the future. */
export const pastInstant = z
  .string()
  .max(40)
  .refine(
    (value) =>
      isISO8601(value, { strict: true, strictSeparator: true }) &&
      /^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:?\d\d))?$/.test(value) &&
      Date.parse(value) <= Date.now() + SKEW,
    {
      message: expected(
        'an instant with its offset such as `2026-01-31T09:00:00+08:00`, or a day, not in the future',
        '带时差的时刻（例如 `2026-01-31T09:00:00+08:00`）或日期，且不晚于现在',
      ),
      params: { rule: 'isPastInstant' },
    },
  )
  .meta({ anyOf: [{ format: 'date-time' }, { format: 'date' }] });
