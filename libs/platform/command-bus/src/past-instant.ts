import { expected } from '@annals/contracts-values';
import type { Days } from '@annals/event-sourcing';
import { z } from 'zod';

const SKEW = 2_000; // ms that the clock of the caller may be ahead
const EARLIEST = 14 * 3_600_000; // ms that a day begins before UTC where it begins first

const TIME = /(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?|24:00)/;
const OFFSET = /(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)/;
const INSTANT = new RegExp(`^(?<day>\\d{4}-\\d\\d-\\d\\d)(T${TIME.source}${OFFSET.source})?$`);

/** Whether a text is an ISO 8601 instant with its offset, or a day. Not asked of class-validator, which is slow to load. */
const isInstant = (text: string): boolean => {
  const day = INSTANT.exec(text)?.groups?.['day'];
  const midnight = new Date(`${day}T00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${day}T`); // 30 February becomes a day in March
};

const DAY = /^\d{4}-\d\d-\d\d$/;

const begins = (text: string) => Date.parse(text) - (DAY.test(text) ? EARLIEST : 0);

/**
 * An ISO 8601 instant with its offset (`2026-01-05T09:00:00Z`), or a day: today for now, an earlier one for its beginning in the
 * time zone of the company; not in the future. A day is judged once `withInstant` has read it: until then it must have begun somewhere.
 */
export const pastInstant = z
  .string()
  .max(40)
  .refine((value) => isInstant(value) && begins(value) <= Date.now() + SKEW, {
    message: expected(
      'an instant with its offset such as `2026-01-31T09:00:00+08:00`, or a day, not in the future',
      '带时差的时刻（例如 `2026-01-31T09:00:00+08:00`）或日期，且不晚于现在',
    ),
    params: { rule: 'isPastInstant' },
  })
  .meta({ pattern: INSTANT.source.replace('?<day>', '') });

type Dated = { readonly occurredAt?: unknown };

/**
 * The fields of a command, with a day in `occurredAt` read as its beginning; today is left out, because it means now: what
 * was recorded earlier today has preceded it.
 */
export const withInstant = <F extends Dated>(fields: F, { startOf, dayOf }: Days): F => {
  const { occurredAt: day, ...others } = fields;
  if (typeof day !== 'string' || !DAY.test(day) || !isInstant(day)) return fields;
  return day === dayOf(new Date()) ? (others as F) : { ...fields, occurredAt: startOf(day).toISOString() };
};
