import { ContactAllowed, ContactMade, type Contact, type ContactEvent } from '@annals/contracts-contacts';
import { sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider, Of } from '@annals/event-sourcing';
import { addressee, type Addressee } from './addressee.js';
import { personIn } from './contact-person.js';
import type * as commands from './contact.commands.js';
import { contactProblems } from './contact.problems.js';
import { evolveContacts, NO_CONTACTS, type Contacts } from './contact.state.js';
import { contactsStream } from './contact.streams.js';
import { warningsOn } from './contact.warnings.js';
import { isAllowed, judgementOn, momentsOf, outboundTo } from './judgement.js';
import { otherChannel, type ContactPolicy, type Outbound } from './outbound.js';

const { reject } = contactProblems;

type Command = CommandOf<typeof commands>;
type MakeContact = Of<Command, 'MakeContact'>;

const MOST_DAYS = 31; // of an exception
const DAY = 86_400_000; // ms

/** The contacts with one customer. The customer's wishes are in another stream, so a simultaneous change may be missed. */
export const contact = (policy: ContactPolicy): Decider<Command, Contacts, ContactEvent, Addressee> => ({
  stream: ({ customerId }) => contactsStream(customerId),
  subject: ({ customerId }) => customerId,
  initial: NO_CONTACTS,
  context: addressee,
  asksForHour: true,

  decide: {
    MakeContact: (command, contacts, at, to) => {
      const { contactId } = command;
      const contact = contactIn(command, at, to);
      const known = contacts.made.get(contactId);
      if (known) return repeats(command, contact, known) ? [] : reject('ContactAlreadyMade', { contactId });
      if (command.direction === 'inbound') return [ContactMade.event(contact)];
      const outbound = momentsOf(command, at).map((moment) =>
        outboundTo(to, contacts, command, moment, policy.frequencyCapAppliesTo),
      );
      const preferredChannel = otherChannel(outbound[0]!);
      return [ContactMade.event({ ...contact, preferredChannel, ...judged(command, outbound, contacts, to, policy) })];
    },

    AllowContact: (command, contacts, at, to) => {
      const { allowanceId, until } = command;
      const from = at.toISOString();
      const allowed = ContactAllowed.event({
        ...command,
        from,
        until: until ?? new Date(at.getTime() + DAY).toISOString(),
        ...personIn(command, to),
      });
      const known = contacts.allowances.get(allowanceId);
      if (known) {
        const again = { ...allowed.data, from: known.from, until: until ?? known.until };
        return sameContent(again, known) ? [] : reject('AllowanceAlreadyGiven', { allowanceId });
      }
      if (!isWithin(at, allowed.data.until)) reject('AllowancePeriodInvalid', { days: MOST_DAYS, until });
      return [allowed];
    },
  },

  evolve: evolveContacts(policy.frequencyCapAppliesTo),
  warnings: warningsOn,
});

const contactIn = (command: MakeContact, at: Date, to: Addressee): Contact =>
  ContactMade.event({
    ...command,
    ...personIn(command, to),
    response: command.response ?? 'none',
    contactedAt: at.toISOString(),
  }).data;

/** What the rules have to say about the contact for its record. Rejects if it is only planned and no exception allows it. */
const judged = (
  { made }: MakeContact,
  outbound: readonly Outbound[],
  contacts: Contacts,
  { place }: Addressee,
  policy: ContactPolicy,
): Pick<Contact, 'breaches' | 'overridden' | 'allowanceId' | 'department'> => {
  const judgements = outbound.map((each) => judgementOn(each, contacts, policy));
  const { refusals, allowance } = judgements.find(isAllowed) ?? judgements[0]!;
  const [first] = refusals;
  if (!first) return {};
  const rules = refusals.map(({ rule }) => rule);
  const { department } = place.profile;
  if (allowance) return { overridden: rules, allowanceId: allowance.allowanceId, department };
  if (made) return { breaches: rules, department };
  throw first.rejection;
};

// Without `occurredAt` the time is now, which is later when the command is repeated.
const repeats = ({ occurredAt }: Command, contact: Contact, known: Contact) => {
  const { preferredChannel: _, breaches: __, overridden: ___, allowanceId: ____, department: _____, ...said } = known;
  return sameContent(contact, occurredAt === undefined ? { ...said, contactedAt: contact.contactedAt } : said);
};

const isWithin = (at: Date, until: string) => {
  const left = Date.parse(until) - at.getTime();
  return left > 0 && left <= MOST_DAYS * DAY;
};
