import { PreconditionFailed, Rejection } from '@annals/event-sourcing';

export type Outcome = 'done' | 'refused' | 'failed';

/** The outcome of an operation from its error, `undefined` for none; `refused` means by a rule. */
export const outcomeOf = (error: unknown): Outcome => {
  if (error === undefined) return 'done';
  return error instanceof Rejection || error instanceof PreconditionFailed ? 'refused' : 'failed';
};
