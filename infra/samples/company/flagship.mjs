import { changed, comingChange, kindsOfChanges, lateChange } from './changes.mjs';
import { contacts, inbound, outbound } from './contacts.mjs';
import { complaint } from './service.mjs';
import { deal } from './sales.mjs';
import { load, order, usage } from './accounts.mjs';
import { consents, need, preference } from './wishes.mjs';

const MONTH = 30;

/** A customer of two years with about a thousand facts. */
export const flagship = (book) => {
  const { chance, since } = book;
  const begin = -since * 1440;
  consents(book, begin, false);
  preference(book, begin);
  for (let days = since - 20; days > 20; days -= 75) need(book, book.calendar.office(days, chance));
  contacts(book, begin + 600, { least: 1, most: 1 });
  for (let month = Math.floor(since / MONTH) - 1; month > 0; month -= 1) {
    const won = deal(book, book.calendar.office(month * MONTH + 20, chance), {
      outcome: month % 5 === 0 ? 'lost' : 'won',
    });
    if (won) order(book, book.after(won.time, 1, 5), won.lines);
    inbound(book, book.calendar.office(month * MONTH - chance.int(2, 20), chance));
    complaint(book, book.calendar.office(month * MONTH + 3, chance));
  }
  for (const until of ['need-found', 'contact-and-sample', 'intent', 'negotiation'])
    deal(book, book.calendar.office(chance.int(3, 45), chance), { outcome: 'open', until });
  complaint(book, book.calendar.office(3, chance), { end: 'answered', severity: 'high' });
  usage(book, 24);
  load(book, 10);
  for (const kind of kindsOfChanges(book)) changed(book, kind, book.between(since - 30, 60));
  lateChange(book, 5);
  comingChange(book, 14);
  outbound(book, book.calendar.office(1, chance), 'service');
};
