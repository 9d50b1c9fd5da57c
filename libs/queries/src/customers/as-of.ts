import type { Moment, RecordedEvent } from '@annals/event-sourcing';
import { isISO8601 } from 'class-validator';
import { queryProblems } from '../queries.problems.js';

const POSITION = /^\d{1,15}$/;
const IS_DAY = /^\d{4}-\d\d-\d\d$/;
const HAS_OFFSET = /T.*(Z|[+-]\d\d:?\d\d)$/;

/** Throws `HttpProblem` 400 `MomentInvalid`. */
export const instantOf = (field: string, text: string): Date => {
  const isInstant = isISO8601(text, { strict: true, strictSeparator: true });
  if (isInstant && (IS_DAY.test(text) || HAS_OFFSET.test(text))) return new Date(text);
  throw queryProblems.problem('MomentInvalid', { field });
};

/** A number is a position; anything else has to be a time. Throws `HttpProblem` 400 `MomentInvalid`. */
export const momentOf = (asOf: string, axis: 'recorded' | 'occurred'): Moment => {
  if (POSITION.test(asOf)) return { position: Number(asOf) };
  const instant = instantOf('asOf', asOf);
  return axis === 'recorded' ? { recordedAt: instant } : { occurredAt: instant };
};

/** When it was: a position is when the last event up to it was recorded. */
export const timeOf = (moment: Moment, until: readonly RecordedEvent[]): Date => {
  if ('recordedAt' in moment) return moment.recordedAt;
  if ('occurredAt' in moment) return moment.occurredAt;
  return new Date(until.at(-1)?.recordedAt ?? 0);
};
