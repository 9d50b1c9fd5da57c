import { contact, type ContactEvent } from '@annals/contracts-contacts';
import { instant, party, text, view, type Immutable, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

const { channel, direction, purpose, outcome, response, durationSeconds, person } = contact.shape;

/** A contact as the API answers it; `null` is what was not recorded. */
const answer = z.strictObject({
  ...contact.shape,
  durationSeconds: durationSeconds.unwrap().nullable(),
  person: person.unwrap().nullable(),
});

/** The stored document. */
export type ListedContact = Immutable<z.output<typeof answer>>;

/** One document for each contact. */
export const contactList = view<Of<ContactEvent, 'ContactMade'>, ListedContact>()({
  name: 'contact-list',
  version: 1,
  key: ({ data: { customerId, contactId } }) => `${customerId} ${contactId}`,
  on: {
    ContactMade: (_, { data: { durationSeconds = null, person = null, ...made } }) => ({
      ...made,
      ...{ durationSeconds, person },
    }),
  },
  fields: {
    customer: text(({ customerId }) => customerId),
    contact: text(({ contactId }) => contactId),
    channel: text((made) => made.channel, { schema: channel }),
    direction: text((made) => made.direction, { schema: direction }),
    purpose: text((made) => made.purpose, { schema: purpose }),
    outcome: text((made) => made.outcome, { schema: outcome }),
    response: text((made) => made.response, { schema: response }),
    by: party(({ contactedBy }) => contactedBy.id),
    contactedAt: instant(({ contactedAt }) => contactedAt),
  },
  indexes: [
    ['contactedAt'],
    ['customer', 'contactedAt'],
    ['by', 'contactedAt'],
    ['channel', 'contactedAt'],
    ['contact'],
  ],
  personal: ['summary', 'person'],
  answer: { schema: answer, of: (made) => made },
  list: {
    path: 'contacts',
    summary: {
      en: 'List contacts by customer, channel, purpose, employee and time',
      zh: '按客户、渠道、目的、接触人和时间列出接触',
    },
    record: { name: 'Contact', en: 'contact', zh: '接触', schema: 'NamedContact', one: null },
    needs: 'contacts.read',
    filters: ['customer', 'contact', 'channel', 'direction', 'purpose', 'outcome', 'response', 'by'],
    ranges: ['contactedAt'],
    names: { customerName: 'customer' },
    sorts: ['-contactedAt'],
  },
});
