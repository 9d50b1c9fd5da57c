import { products } from './company.mjs';

const CHANNELS = {
  organisation: ['phone', 'phone', 'in-person', 'email', 'web'],
  person: ['phone', 'call-centre', 'sms', 'web', 'email'],
};
const OUT = {
  sales: ['phone', 'in-person', 'email'],
  service: ['phone', 'in-person'],
  notice: ['sms', 'email'],
  collection: ['phone', 'email', 'post'],
};
const ASKED = ['marketing', 'survey'];

const valuesAt = (book, time) => ({
  product: book.chance.pick(products[book.sector])[book.language],
  person: book.profile.contactPersons?.[0]?.name ?? book.profile.name,
  month: book.calendar.monthBefore(time, book.language),
});

const talkedWith = (book) => (book.profile.contactPersons && book.chance.maybe(50) ? { personId: 'p1' } : {});

/** A contact that the customer began, recorded `late` if it became known later. */
export const inbound = (book, time, late) => {
  const { chance, profile } = book;
  const purpose = chance.pick(['sales', 'service', 'service', 'other']);
  const actor = purpose === 'sales' ? book.managerAt(time) : book.agentAt(time);
  return book.tell(
    time,
    actor,
    'MakeContact',
    {
      ...{
        contactId: book.idOf('contact'),
        channel: chance.pick(CHANNELS[profile.kind]),
        direction: 'inbound',
        purpose,
      },
      ...{ summary: book.text(book.words.contacts.inbound[purpose], valuesAt(book, time)), outcome: 'reached' },
      ...{
        response: chance.pick(['positive', 'neutral', 'neutral', 'negative']),
        durationSeconds: chance.int(40, 1500),
      },
      ...talkedWith(book),
    },
    late,
  );
};

const purposeAt = (book, time) => {
  const { chance, wishes } = book;
  if (time > wishes.quiet) return chance.pick(['service', 'notice']);
  const asked = wishes.marketing.some(({ from, to }) => time > from && time < to);
  if (asked && chance.maybe(40)) return chance.pick(ASKED);
  return chance.pick(['sales', 'sales', 'sales', 'service', 'notice', 'collection']);
};

/** A contact that the company began, within the wishes of the customer. */
export const outbound = (book, time, purpose = purposeAt(book, time), more = {}) => {
  const { chance } = book;
  const channel = ASKED.includes(purpose) ? 'email' : chance.pick(OUT[purpose]);
  const outcome = chance.pick(['reached', 'reached', 'reached', 'message-left', 'not-reached']);
  const response = outcome === 'reached' ? chance.pick(['positive', 'positive', 'neutral', 'negative']) : 'none';
  const actors = { service: 'agentAt', notice: 'agentAt' };
  const actor = ASKED.includes(purpose) ? 'sun.li' : book[actors[purpose] ?? 'managerAt'](time);
  const isPersonal = ['sales', 'service', 'collection'].includes(purpose);
  return book.tell(time, actor, 'MakeContact', {
    ...{ contactId: book.idOf('contact'), channel, direction: 'outbound', purpose },
    ...{ summary: book.text(book.words.contacts.outbound[purpose], valuesAt(book, time)), outcome, response },
    ...(channel === 'phone' && { durationSeconds: chance.int(20, 1200) }),
    ...(isPersonal && talkedWith(book)),
    ...more,
  });
};

/** Contacts from a time on, some days apart, until the customer is not heard of any more. */
export const contacts = (book, begin, { least, most, until = 0 }) => {
  let time = begin;
  for (;;) {
    time = book.after(time, least, most);
    if (time > until) return;
    const said = book.chance.maybe(45) ? inbound(book, time) : outbound(book, time);
    if (!said) return;
  }
};
