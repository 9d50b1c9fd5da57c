import { UNKNOWN_CALLERS, type Call, type CallerEvent, type Contact } from '@annals/contracts-contacts';
import { expectingAfter } from '@annals/contracts-values';
import type { Decider, Of } from '@annals/event-sourcing';
import { callerProblems } from './caller.problems.js';

const { reject } = callerProblems;

type Identified = Of<CallerEvent, 'CallerIdentified'>['data'];

/** The call of an unknown caller, and the customer that it was found to be or the reason for which its record was closed. */
export type Caller = {
  readonly call: Call;
  readonly closedFor: string | null;
  readonly identified: Pick<Identified, 'customerId' | 'personId'> | null;
} | null;

export const evolveCaller: Decider<never, Caller, CallerEvent>['evolve'] = {
  UnknownCallerContacted: (_, call) => ({ call, closedFor: null, identified: null }),
  CallerIdentified: (caller, { customerId, personId }) => caller && { ...caller, identified: { customerId, personId } },
  CallerClosed: (caller, { reason: closedFor }) => caller && { ...caller, closedFor },
};

/** The customer, once it is known. */
export const subjectOf = (data: CallerEvent['data'] | Contact): string =>
  'customerId' in data ? data.customerId : UNKNOWN_CALLERS;

/** Rejects with `CallerUnknown`. */
export const known = (caller: Caller, callerId: string): NonNullable<Caller> =>
  caller ?? reject('CallerUnknown', { callerId });

const expectAfter = expectingAfter((details) => reject('CallerOccurredTooEarly', details));

/** Rejects a command that says that it happened before the call. */
export const expectAfterCall = (
  { contactedAt }: Call,
  command: { readonly occurredAt?: string | undefined },
  at: Date,
): void => expectAfter(command, at, { by: 'call', at: contactedAt });
