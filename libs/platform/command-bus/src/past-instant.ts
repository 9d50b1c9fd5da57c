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
 * An ISO 8601 instant with its offset (`2026-01-05T09:00:00Z`), or a day in the time zone of the company: today for
 * now, an earlier one for some time within it; not in the future. A day must have begun somewhere: `withTime` judges the rest.
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

/** For the origin of a command: when it happened, and when the day ends if only that is known. */
export type SentTime = { readonly occurredAt?: unknown; readonly dayEnds: string | undefined };

/**
 * The fields of a command, and its time. Today is left out, because it means now: what was recorded earlier today has preceded
 * it. Of an earlier day, some time is meant within it; the time is its beginning. A day of the future is read as its beginning,
 * which is refused.
 */
export const withTime = <F extends Dated>(sent: F, { startOf, dayOf }: Days): { fields: F; time: SentTime } => {
  const { occurredAt: day, ...others } = sent;
  if (typeof day !== 'string' || !DAY.test(day) || !isInstant(day)) return { fields: sent, time: instantly(day) };
  const today = dayOf(new Date());
  if (day === today) return { fields: others as F, time: instantly(undefined) };
  const occurredAt = startOf(day).toISOString();
  if (day > today) return { fields: { ...sent, occurredAt }, time: instantly(occurredAt) };
  return { fields: sent, time: { occurredAt, dayEnds: new Date(startOf(after(day)).getTime() - 1).toISOString() } };
};

const instantly = (occurredAt: unknown): SentTime => ({ occurredAt, dayEnds: undefined });

const after = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
