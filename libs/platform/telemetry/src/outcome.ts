import { PreconditionFailed, Rejection } from '@annals/event-sourcing';

export type Outcome = 'done' | 'refused' | 'failed';

/** What has become of something that threw this, `undefined` for nothing: refused is by a rule. */
export const outcomeOf = (error: unknown): Outcome => {
  if (error === undefined) return 'done';
  return error instanceof Rejection || error instanceof PreconditionFailed ? 'refused' : 'failed';
};
