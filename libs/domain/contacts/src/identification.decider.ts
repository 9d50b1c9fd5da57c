import {
  CallerIdentified,
  callerStream,
  recordIdOf,
  ContactMade,
  type Call,
  type CallerEvent,
  type ContactEvent,
} from '@annals/contracts-contacts';
import { customerProblems } from '@annals/contracts-customers';
import { addsNothing } from '@annals/contracts-values';
import type { CommandOf, Decider, Of } from '@annals/event-sourcing';
import { addressee, type Addressee } from './addressee.js';
import { callerProblems } from './caller.problems.js';
import { evolveCaller, expectAfterCall, known, subjectOf, type Caller } from './caller.state.js';
import { personIn } from './contact-person.js';
import type * as commands from './identification.commands.js';

const { reject } = callerProblems;

type IdentificationEvent = CallerEvent | Of<ContactEvent, 'ContactMade'>;

/**
 * Finds the customer of an unknown caller. The contact lies in the stream of the caller: it is appended together with the
 * identification, and once, even if two users identify the caller at the same moment.
 */
export const identification: Decider<CommandOf<typeof commands>, Caller, IdentificationEvent, Addressee> = {
  stream: ({ callerId }) => callerStream(callerId),
  subject: subjectOf,
  initial: null,
  context: addressee,

  decide: {
    IdentifyCaller: (command, caller, at, to) => {
      const { callerId, customerId } = command;
      const { call, identified } = known(caller, callerId);
      if (to.kind === null) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
      const named = { customerId, ...personIn(command, to) };
      if (identified) return addsNothing(named, identified) ? [] : reject('CallerAlreadyIdentified', { callerId });
      expectAfterCall(call, command, at);
      const contact = contactOf(call, named);
      const { contactId, channel, contactedAt, contactedBy } = contact;
      return [
        { ...ContactMade.event(contact), occurredAt: contactedAt },
        CallerIdentified.event({
          ...{ callerId, contactId, ...named, channel, contactedAt, contactedBy },
          ...(call.complaint && { complaint: call.complaint }),
        }),
      ];
    },
  },

  evolve: { ...evolveCaller, ContactMade: (caller) => caller },
};

type Named = { readonly customerId: string; readonly personId?: string };

/** The name that the caller said stands where no contact person is named. */
const contactOf = ({ callerId, name, ...said }: Call, named: Named): Of<ContactEvent, 'ContactMade'>['data'] => {
  const { channel, purpose, summary, outcome, response, durationSeconds, contactedAt, contactedBy } = said;
  return {
    ...{ contactId: recordIdOf(callerId), ...named, channel, direction: 'inbound', purpose, summary },
    ...{ outcome, response, durationSeconds, contactedAt, contactedBy },
    ...(named.personId === undefined && { person: name }),
  };
};
