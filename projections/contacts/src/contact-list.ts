import { contact, RULES, rule, type Contact, type ContactEvent } from '@annals/contracts-contacts';
import { field } from '@annals/contracts-values';
import { instant, party, recordedFor, text, texts, view, type Immutable, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

const { channel, direction, purpose, outcome, response } = contact.shape;
const { durationSeconds, person, personId, preferredChannel, allowanceId, department } = contact.shape;

/** A contact as the API answers it; `null` is what was not recorded, or does not apply. */
const answer = z.strictObject({
  ...contact.shape,
  durationSeconds: durationSeconds.unwrap().nullable(),
  person: person.unwrap().nullable(),
  personId: personId.unwrap().nullable(),
  preferredChannel: preferredChannel.unwrap().nullable(),
  breaches: field(z.array(rule), { en: 'Rules broken', zh: '违反的规则' }),
  overridden: field(z.array(rule), { en: 'Rules overridden', zh: '例外放行的规则' }),
  allowanceId: allowanceId.unwrap().nullable(),
  department: department.unwrap().nullable(),
});

/** The stored document: what was not recorded is left out. */
export type ListedContact = Immutable<Contact>;

type Sparse = { readonly [Field in keyof ListedContact]?: ListedContact[Field] | null };

const talkIn = ({ durationSeconds = null, person = null, personId = null, preferredChannel = null }: Sparse) => ({
  ...{ durationSeconds, person, personId, preferredChannel },
});

const judgementIn = ({ breaches, overridden, allowanceId = null, department = null }: Sparse) => ({
  ...{ breaches: breaches ?? [], overridden: overridden ?? [], allowanceId, department },
});

/** One document for each contact. */
export const contactList = view<Of<ContactEvent, 'ContactMade'>, ListedContact>()({
  name: 'contact-list',
  version: 1,
  key: (event) => `${recordedFor(event)} ${event.data.contactId}`,
  on: { ContactMade: (_, { data }) => data },
  fields: {
    customer: text(({ customerId }) => customerId),
    channel: text((made) => made.channel, { schema: channel }),
    direction: text((made) => made.direction, { schema: direction }),
    purpose: text((made) => made.purpose, { schema: purpose }),
    outcome: text((made) => made.outcome, { schema: outcome }),
    response: text((made) => made.response, { schema: response }),
    by: party(({ contactedBy }) => contactedBy.id),
    /** The rules that it broke. */
    rule: texts(({ breaches = [] }) => breaches, { schema: rule }),
    contactedAt: instant(({ contactedAt }) => contactedAt),
  },
  indexes: [['contactedAt'], ['customer', 'contactedAt'], ['by', 'contactedAt']],
  personal: ['summary', 'person'],
  answer: {
    schema: answer,
    of: (made) => ({ ...made, ...talkIn(made), ...judgementIn(made) }),
  },
  list: {
    path: 'contacts',
    summary: {
      en: 'List contacts by customer, channel, purpose, employee, broken rule and time',
      zh: '按客户、渠道、目的、接触人、违反的规则和时间列出接触',
    },
    record: { name: 'Contact', en: 'contact', zh: '接触', schema: 'NamedContact', one: null },
    needs: 'contacts.read',
    filters: ['customer', 'channel', 'direction', 'purpose', 'outcome', 'response', 'by', 'rule'],
    ranges: ['contactedAt'],
    conditions: { breach: () => [{ field: 'rule', in: RULES }] },
    names: { customerName: 'customer' },
    sorts: ['-contactedAt'],
  },
});
