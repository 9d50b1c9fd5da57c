import { ContactMade, type Contact, type ContactEvent } from '@annals/contracts-contacts';
import { customerProblems } from '@annals/contracts-customers';
import { sameContent, type Purpose } from '@annals/contracts-values';
import { ImmutableMap, type CommandOf, type Decider } from '@annals/event-sourcing';
import { addressee, wishesAt, type Addressee } from './addressee.js';
import type * as commands from './contact.commands.js';
import { contactProblems } from './contact.problems.js';
import { refuseUnwanted } from './outbound.js';

type Command = CommandOf<typeof commands>;
type Policy = { readonly consentRequiredFor: readonly Purpose[] };

/** The contacts with one customer. The customer's wishes are in another stream, so a simultaneous change may be missed. */
export const contact = ({
  consentRequiredFor,
}: Policy): Decider<Command, ImmutableMap<Contact>, ContactEvent, Addressee> => ({
  stream: ({ customerId }) => `contacts-${customerId}`,
  subject: ({ customerId }) => customerId,
  initial: ImmutableMap.empty(),
  context: addressee,

  decide: {
    MakeContact: (command, earlier, at, to) => {
      const { contactId, customerId } = command;
      if (!to.registered) customerProblems.reject('CustomerNotRegistered', { customerId });
      const made = ContactMade.event({
        ...command,
        response: command.response ?? 'none',
        contactedAt: at.toISOString(),
      });
      const known = earlier.get(contactId);
      if (known)
        return repeats(command, made.data, known) ? [] : contactProblems.reject('ContactAlreadyMade', { contactId });
      if (command.direction === 'inbound') return [made];
      const wishes = wishesAt(to, momentOf(command, at));
      refuseUnwanted({ contact: made.data, wishes, earlier: earlier.values(), consentRequiredFor });
      return [made];
    },
  },

  evolve: { ContactMade: (earlier, made) => earlier.with(made.contactId, made) },
});

// All known wishes apply to a contact that is made now, because another clock may be ahead.
const momentOf = ({ occurredAt }: Command, at: Date) => (occurredAt === undefined ? Infinity : at.getTime());

// Without `occurredAt` the time is now, which is later when the command is repeated.
const repeats = ({ occurredAt }: Command, contact: Contact, known: Contact) =>
  sameContent(contact, occurredAt === undefined ? { ...known, contactedAt: contact.contactedAt } : known);
