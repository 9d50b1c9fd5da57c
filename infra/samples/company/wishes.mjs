import { products } from './company.mjs';
import { DAY } from './calendar.mjs';

const YEAR = 365;

/** Consents to marketing by e-mail, some with an end, some withdrawn. */
export const consents = (book, begin, isWithdrawn = book.chance.maybe(25)) => {
  const { chance, words, calendar } = book;
  const given = book.after(begin, 1, 20);
  const length = chance.pick([undefined, YEAR, 2 * YEAR]);
  const end = length === undefined ? Infinity : given + length * DAY;
  const expiresAt =
    length === undefined
      ? {}
      : {
          expiresAt: calendar.midnight
            .plus({ minutes: given + length * DAY })
            .toUTC()
            .toISO(),
        };
  const evidence = chance.pick(words.evidence);
  const actor = book.managerAt(given);
  for (const purpose of ['marketing', 'survey'])
    if (!book.tell(given, actor, 'GiveConsent', { channel: 'email', purpose, evidence, ...expiresAt })) return;
  if (book.profile.contactPersons && chance.maybe(25))
    book.tell(given + 9, actor, 'GiveConsent', { channel: 'phone', purpose: 'marketing', personId: 'p1', evidence });
  let to = end;
  if (isWithdrawn) {
    to = book.after(given, 20, 200);
    for (const purpose of ['marketing', 'survey'])
      book.tell(to, book.agentAt(to), 'WithdrawConsent', { channel: 'email', purpose });
  }
  book.wishes.marketing.push({ from: given, to });
};

const LANGUAGES = { zh: 'zh', en: 'en' };

/** How the customer wants to be contacted; `doNotContact` ends contacts by sales and marketing. */
export const preference = (book, begin, { doNotContact = false } = {}) => {
  const { chance, calendar, language } = book;
  const time = book.after(begin, 1, 12);
  const set = book.tell(time, book.agentAt(time), 'SetContactPreference', {
    ...{
      preferredChannel: chance.pick(['phone', 'email', 'sms', 'in-person']),
      language: LANGUAGES[language],
      doNotContact,
    },
    ...(chance.maybe(40) && { quietHours: { from: '20:00', to: '08:00', timeZone: calendar.zone } }),
    ...(chance.maybe(30) && { frequencyCap: { contacts: 5, days: 7 } }),
    ...(!doNotContact && chance.maybe(60) && { contactEveryDays: chance.pick([30, 60, 90]) }),
  });
  if (set && doNotContact) book.wishes.quiet = time;
};

/** A need, which is fulfilled, has lapsed, ends on a day, or stays. */
export const need = (book, time) => {
  const { chance, words, calendar, sector, language } = book;
  const needId = book.idOf('need');
  const actor = book.managerAt(time);
  const isTemporary = chance.maybe(45);
  const until = isTemporary ? { until: calendar.dayOf(time + chance.int(30, 240) * DAY) } : {};
  const product = chance.pick(products[sector])[language];
  const what = { needId, description: chance.pick(words.needs), product };
  if (!book.tell(time, actor, 'RecordNeed', { ...what, duration: isTemporary ? 'temporary' : 'lasting', ...until }))
    return;
  if (!chance.maybe(40)) return;
  const outcome = chance.pick(['fulfilled', 'fulfilled', 'lapsed']);
  const closed = book.after(time, 10, 28);
  book.tell(closed, book.managerAt(closed), 'CloseNeed', {
    needId,
    outcome,
    reason: chance.pick(words.closings[outcome]),
  });
};
