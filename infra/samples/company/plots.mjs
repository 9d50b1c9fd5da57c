import { changed, comingChange, kindsOfChanges, lateChange, newOwner } from './changes.mjs';
import { contacts, inbound } from './contacts.mjs';
import { complaint } from './service.mjs';
import { deal, lineOf } from './sales.mjs';
import { invoice, order, usage } from './accounts.mjs';
import { products } from './company.mjs';
import { consents, need, preference } from './wishes.mjs';

const HEIRS = {
  'li.na': 'wang.qiang',
  'wang.qiang': 'li.na',
  'zhao.min': 'huang.tao',
  'huang.tao': 'zhao.min',
  'anna.berger': 'james.ward',
};

/** A deal that is won becomes an order. */
const sale = (book, time, options) => {
  const won = deal(book, time, { outcome: 'won', ...options });
  if (won) order(book, book.after(won.time, 1, 6), won.lines);
  return won?.dealId;
};

/** What most customers have. */
const beginnings = (book, { consent = 45, wishes = 40, needs = 40 } = {}) => {
  const { chance, since } = book;
  if (chance.maybe(consent)) consents(book, -since * 1440);
  if (chance.maybe(wishes)) preference(book, -since * 1440, { doNotContact: chance.maybe(12) });
  if (chance.maybe(needs)) need(book, book.between(since, 10));
};

const edits = (book, least, most) => {
  const { chance, since } = book;
  for (const kind of chance.some(kindsOfChanges(book), chance.int(least, most)))
    changed(book, kind, book.between(since - 3, 2));
};

const bill = (book, count) => {
  const cents = book.chance.int(6_000, 26_000);
  for (let month = Math.min(count, Math.floor(book.since / 31)); month > 0; month -= 1)
    invoice(book, book.calendar.office(month * 30, book.chance), cents + book.chance.int(0, 4_000), {
      isPaid: month > 1 && book.chance.maybe(94),
      days: 20,
    });
};

/** What becomes of customers, by the character of each. */
export const PLOTS = {
  steady: (book) => {
    const { chance, since } = book;
    beginnings(book);
    contacts(book, -since * 1440 + 600, { least: 25, most: 90 });
    for (let left = chance.int(1, 3); left > 0; left -= 1) sale(book, book.between(since, 40));
    if (chance.maybe(55))
      deal(book, book.between(70, 4), {
        outcome: chance.pick(['open', 'open', 'lost']),
        until: chance.pick(['contact-and-sample', 'intent', 'negotiation']),
      });
    if (chance.maybe(50)) complaint(book, book.between(since, 20));
    if (chance.maybe(35)) usage(book, 12);
    edits(book, 0, 2);
    if (chance.maybe(10) && HEIRS[book.owner]) newOwner(book, book.between(60, 3), HEIRS[book.owner]);
    if (chance.maybe(8)) lateChange(book, chance.int(2, 12));
    if (chance.maybe(8)) comingChange(book, chance.int(1, 30));
    else if (chance.maybe(8)) comingChange(book, -chance.int(2, 20), 40);
  },
  fresh: (book) => {
    const { chance, since } = book;
    beginnings(book, { consent: 55, wishes: 30 });
    contacts(book, -since * 1440 + 600, { least: 4, most: 14 });
    deal(book, book.after(-since * 1440 + 700, 1, 4), {
      outcome: 'open',
      until: chance.pick(['contact-and-sample', 'intent', 'negotiation']),
      closes: book.calendar.day(chance.pick([0, -1, -4, -12, -25])),
    });
    if (chance.maybe(20)) complaint(book, book.between(6, 1), { end: 'answered' });
  },
  prospect: (book) => {
    const { chance, since } = book;
    beginnings(book, { consent: 60, wishes: 20 });
    contacts(book, -since * 1440 + 600, { least: 20, most: 50 });
    deal(book, book.after(-since * 1440 + 700, 2, 20), { outcome: chance.pick(['lost', 'lost', 'open']) });
    edits(book, 0, 1);
  },
  silent: (book) => {
    const { chance, since } = book;
    const last = chance.int(185, 260);
    beginnings(book, { needs: 0 });
    contacts(book, -since * 1440 + 600, { least: 20, most: 60, until: -last * 1440 });
    if (since > last + 90) sale(book, book.between(since, last + 80), { until: 'negotiation' });
  },
  troubled: (book) => {
    const { chance, since } = book;
    beginnings(book);
    contacts(book, -since * 1440 + 600, { least: 15, most: 45 });
    sale(book, book.between(since, 60));
    for (const days of chance.some([2, 4, 5, 8, 11, 15], chance.int(3, 4)))
      complaint(book, book.calendar.office(days, chance), {
        end: chance.pick(['none', 'answered', 'answered']),
        severity: chance.pick(['medium', 'high']),
      });
  },
  lost: (book) => loss(book, false),
  returned: (book) => loss(book, true),
  household: (book) => {
    const { chance, since } = book;
    beginnings(book, { consent: 50, wishes: 35 });
    contacts(book, -since * 1440 + 600, { least: 45, most: 140 });
    if (chance.maybe(60)) sale(book, book.between(since, 30), { until: 'negotiation' });
    bill(book, chance.int(2, 6));
    usage(book, chance.int(2, 6));
    if (chance.maybe(35)) complaint(book, book.between(since, 3));
    edits(book, 0, 1);
  },
};

/** A customer who is lost, and either won back or not. */
const loss = (book, isBack) => {
  const { chance, since, words, language } = book;
  beginnings(book);
  const days = isBack ? chance.int(120, 200) : chance.int(8, 150);
  contacts(book, -since * 1440 + 600, { least: 20, most: 70, until: -(days + 4) * 1440 });
  sale(book, book.between(since, days + 60));
  deal(book, book.between(days + 40, days + 20), { outcome: 'open', until: 'contact-and-sample' });
  complaint(book, book.between(days + 50, days + 25));
  const time = book.calendar.office(days, chance);
  const competitor = language === 'zh' ? '长河电气' : 'Merida Energy';
  book.tell(time, book.managerAt(time), 'MarkLost', {
    reason: chance.pick(words.losses),
    ...(chance.maybe(70) && { competitor }),
  });
  if (!isBack) return;
  const back = book.after(time, 20, 50);
  if (chance.maybe(75)) book.tell(back, book.managerAt(back), 'WinBack', { reason: chance.pick(words.returns) });
  order(book, book.after(back, 2, 9), [lineOf(book, chance.pick(products[book.sector]), 'l1')]);
  contacts(book, back, { least: 10, most: 30 });
  inbound(book, book.calendar.office(1, chance));
};
