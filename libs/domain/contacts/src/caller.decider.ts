import {
  CallerClosed,
  callerStream,
  UNKNOWN_CALLERS,
  UnknownCallerContacted,
  type Call,
  type CallerEvent,
} from '@annals/contracts-contacts';
import { userStream, type ProfileEvent } from '@annals/contracts-organisation';
import { expectingAfter, sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider, Of } from '@annals/event-sourcing';
import type * as commands from './caller.commands.js';
import { callerProblems } from './caller.problems.js';

const { reject } = callerProblems;

type Command = CommandOf<typeof commands>;

/** The call of an unknown caller, and the reason for which its record was closed, if it was. */
export type Caller = { readonly call: Call; readonly closedFor: string | null } | null;

/** Where the employee works who took the call. */
type Place = { readonly department: string | null };

const expectAfter = expectingAfter((details) => reject('CallerOccurredTooEarly', details));

/** Callers who are not known as customers. */
export const caller: Decider<Command, Caller, CallerEvent, Place> = {
  stream: ({ callerId }) => callerStream(callerId),
  subject: () => UNKNOWN_CALLERS,
  initial: null,

  context: {
    stream: (command) => (command.type === 'RecordCaller' ? userStream(command.contactedBy.id) : undefined),
    initial: { department: null },
    evolve: {
      UserPlaced: (_, { departmentId: department }: Of<ProfileEvent, 'UserPlaced'>['data']) => ({ department }),
    },
  },

  decide: {
    RecordCaller: (command, caller, at, { department }) => {
      const { callerId, outcome = 'reached', response = 'none' } = command;
      const contacted = UnknownCallerContacted.event({
        ...command,
        ...{ outcome, response, contactedAt: at.toISOString() },
        ...(department !== null && { department }),
      });
      if (!caller) return [contacted];
      return repeats(command, contacted.data, caller.call) ? [] : reject('CallerAlreadyRecorded', { callerId });
    },

    CloseCaller: (command, caller, at) => {
      const { callerId, reason } = command;
      const { call, closedFor } = known(caller, callerId);
      if (closedFor !== null) return reason === closedFor ? [] : reject('CallerAlreadyClosed', { callerId });
      expectAfter(command, at, { by: 'call', at: call.contactedAt });
      return [CallerClosed.event({ callerId, reason })];
    },
  },

  evolve: {
    UnknownCallerContacted: (_, call) => ({ call, closedFor: null }),
    CallerClosed: (caller, { reason: closedFor }) => caller && { ...caller, closedFor },
  },
};

const known = (caller: Caller, callerId: string) => caller ?? reject('CallerUnknown', { callerId });

// Without `occurredAt` the time is now, which is later when the command is repeated; the employee may have moved since.
const repeats = ({ occurredAt }: Command, { department: _, ...said }: Call, { department: __, ...known }: Call) => {
  return sameContent(said, occurredAt === undefined ? { ...known, contactedAt: said.contactedAt } : known);
};
