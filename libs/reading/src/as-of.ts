import type { Moment } from '@annals/event-sourcing';
import type { Moments } from '@annals/http';

const POSITION = /^\d{1,15}$/;

/** `recorded`: what was known at a time; `occurred`: what was true. */
export const AXES = ['recorded', 'occurred'] as const;
export type Axis = (typeof AXES)[number];

/** A number is a position of the log; anything else is a time. Throws `HttpProblem` 400 `MomentInvalid`, which names the parameter. */
export const momentOf = (moments: Moments, text: string, axis: Axis, field = 'asOf'): Moment => {
  if (POSITION.test(text)) return { position: Number(text) };
  const instant = moments.at(field, text);
  return axis === 'recorded' ? { recordedAt: instant } : { occurredAt: instant };
};

/** When it was: a position is when the last event up to it was recorded. */
export const timeOf = (moment: Moment, last: { readonly recordedAt: string | number } | undefined): Date => {
  if ('recordedAt' in moment) return moment.recordedAt;
  if ('occurredAt' in moment) return moment.occurredAt;
  return new Date(last?.recordedAt ?? 0);
};
