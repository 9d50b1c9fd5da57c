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

/** The contacts with one customer. What the customer has said lies in another stream, so a contact may just miss it. */
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

// Of a contact that is made now all counts that is known: the clock of whoever recorded it may be ahead.
const momentOf = ({ occurredAt }: Command, at: Date) => (occurredAt === undefined ? Infinity : at.getTime());

// Whoever does not say when means now, and now is later when the command is repeated.
const repeats = ({ occurredAt }: Command, contact: Contact, known: Contact) =>
  sameContent(contact, occurredAt === undefined ? { ...known, contactedAt: contact.contactedAt } : known);
