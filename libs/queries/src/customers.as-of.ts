import type { Moment } from '@annals/event-sourcing';
import { HttpProblem } from '@annals/http';
import { isISO8601 } from 'class-validator';

const POSITION = /^\d{1,15}$/;
const IS_DAY = /^\d{4}-\d\d-\d\d$/;
const HAS_OFFSET = /T.*(Z|[+-]\d\d:?\d\d)$/;

/** Throws `HttpProblem` 400 `MomentInvalid`. */
export const instantOf = (field: string, text: string): Date => {
  const isInstant = isISO8601(text, { strict: true, strictSeparator: true });
  if (isInstant && (IS_DAY.test(text) || HAS_OFFSET.test(text))) return new Date(text);
  throw new HttpProblem(400, 'MomentInvalid', { field });
};

/** A number is a position; anything else has to be a time. Throws `HttpProblem` 400 `MomentInvalid`. */
export const momentOf = (asOf: string, axis: 'recorded' | 'occurred'): Moment => {
  if (POSITION.test(asOf)) return { position: Number(asOf) };
  const instant = instantOf('asOf', asOf);
  return axis === 'recorded' ? { recordedAt: instant } : { occurredAt: instant };
};
