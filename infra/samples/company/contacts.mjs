import { filled, products } from './company.mjs';

const INBOUND = {
  organisation: ['phone', 'phone', 'in-person', 'email', 'web', 'post'],
  person: ['phone', 'call-centre', 'sms', 'web', 'email'],
};
const OUTBOUND = {
  sales: ['phone', 'in-person', 'email'],
  service: ['phone', 'in-person'],
  notice: ['sms', 'email'],
  collection: ['phone', 'email', 'post'],
  marketing: ['email'],
  survey: ['email'],
};
const ASKED = ['marketing', 'survey'];
const TALKS = ['phone', 'call-centre', 'in-person'];

/** A name in the middle of a sentence: `Rack server` is a `rack server`, `IoT SIM card` stays. */
const inSentence = (name) =>
  /^[A-Z][a-z]/.test(name) && !/^[A-Z][a-z][A-Z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

const valuesAt = (book, time) => ({
  product: inSentence(book.chance.pick(products[book.sector])[book.language]),
  person: book.profile.contactPersons?.[0]?.name ?? book.profile.name,
  month: book.calendar.monthBefore(time, book.language),
});

const talkedWith = (book) => (book.profile.contactPersons && book.chance.maybe(50) ? { personId: 'p1' } : {});

/** What was said over one of some channels; a phrase may name the channel that it needs, as in `post|Sent a reminder.` */
const talkOf = (book, time, phrases, channels) => {
  const { chance } = book;
  const parts = phrases.map((phrase) => phrase.split('|').toReversed());
  const [summary, needed] = chance.pick(
    parts.filter(([, channel]) => channel === undefined || channels.includes(channel)),
  );
  const channel = needed ?? chance.pick(channels);
  const talk = { channel, summary: filled(summary, valuesAt(book, time)) };
  return TALKS.includes(channel) ? { ...talk, durationSeconds: chance.int(40, 1500) } : talk;
};

/** A contact that the customer began, recorded `late` if it became known later. */
export const inbound = (book, time, late) => {
  const { chance, profile, words } = book;
  const purpose = chance.pick(['sales', 'service', 'service', 'other']);
  const actor = purpose === 'sales' ? book.managerAt(time) : book.agentAt(time);
  const contact = {
    ...{ contactId: book.idOf('contact'), direction: 'inbound', purpose, outcome: 'reached' },
    ...talkOf(book, time, words.contacts.inbound[purpose], INBOUND[profile.kind]),
    ...{ response: chance.pick(['positive', 'neutral', 'neutral', 'negative']), ...talkedWith(book) },
  };
  return book.tell(time, actor, 'MakeContact', contact, late);
};

const purposeAt = (book, time) => {
  const { chance, wishes } = book;
  if (time > wishes.quiet) return chance.pick(['service', 'notice']);
  const asked = wishes.marketing.some(({ from, to }) => time > from && time < to);
  if (asked && chance.maybe(40)) return chance.pick(ASKED);
  return chance.pick(['sales', 'sales', 'sales', 'service', 'notice', 'collection']);
};

/** Who makes contacts for a purpose. */
const actorAt = (book, time, purpose) => {
  if (ASKED.includes(purpose)) return 'sun.li';
  return purpose === 'service' || purpose === 'notice' ? book.agentAt(time) : book.managerAt(time);
};

const unanswered = (book) => ({
  ...{ channel: 'phone', outcome: book.chance.pick(['not-reached', 'message-left']), response: 'none' },
  summary: book.chance.pick(book.words.contacts.unanswered),
});

/** A contact that the company began, within the wishes of the customer; over one of `channels`, if they are given. */
export const outbound = (
  book,
  time,
  purpose = purposeAt(book, time),
  { channels = OUTBOUND[purpose], ...more } = {},
) => {
  const { chance, words } = book;
  const isPersonal = ['sales', 'service', 'collection'].includes(purpose);
  const said = talkOf(book, time, words.contacts.outbound[purpose], channels);
  const answers = isPersonal
    ? ['positive', 'positive', 'neutral', 'negative']
    : ['none', 'none', 'positive', 'neutral'];
  return book.tell(time, actorAt(book, time, purpose), 'MakeContact', {
    ...{ contactId: book.idOf('contact'), direction: 'outbound', purpose },
    ...(isPersonal && chance.maybe(18)
      ? unanswered(book)
      : { ...said, outcome: 'reached', response: chance.pick(answers) }),
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
