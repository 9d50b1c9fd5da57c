import {
  CallerClosed,
  callerStream,
  UnknownCallerContacted,
  type Call,
  type CallerEvent,
} from '@annals/contracts-contacts';
import { userStream, type ProfileEvent } from '@annals/contracts-organisation';
import { sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider, Of } from '@annals/event-sourcing';
import type * as commands from './caller.commands.js';
import { callerProblems } from './caller.problems.js';
import { evolveCaller, expectAfterCall, known, subjectOf, type Caller } from './caller.state.js';

const { reject } = callerProblems;

type Command = CommandOf<typeof commands>;

/** Where the employee works who took the call. */
type Place = { readonly department: string | null };

/** Callers who are not known as customers. */
export const caller: Decider<Command, Caller, CallerEvent, Place> = {
  stream: ({ callerId }) => callerStream(callerId),
  subject: subjectOf,
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
      const { call, closedFor, identified } = known(caller, callerId);
      if (identified) reject('CallerAlreadyIdentified', { callerId });
      if (closedFor !== null) return reason === closedFor ? [] : reject('CallerAlreadyClosed', { callerId });
      expectAfterCall(call, command, at);
      return [CallerClosed.event({ callerId, reason })];
    },
  },

  evolve: evolveCaller,
};

// Without `occurredAt` the time is now, which is later when the command is repeated; the employee may have moved since.
const repeats = ({ occurredAt }: Command, { department: _, ...said }: Call, { department: __, ...known }: Call) =>
  sameContent(said, occurredAt === undefined ? { ...known, contactedAt: said.contactedAt } : known);
