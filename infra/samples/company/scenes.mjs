import { calendarOf, organisation, phrases, products } from './company.mjs';
import { Chance } from './chance.mjs';
import { NOW } from './book.mjs';
import { complaint } from './service.mjs';
import { inbound, outbound } from './contacts.mjs';
import { deal, lineOf } from './sales.mjs';
import { order } from './accounts.mjs';

const isCompany = ({ profile }) => profile.kind === 'organisation';
const ofCharacter = (books, character) => books.filter((book) => book.character === character);

/** What happens these days, so that every day has its work: complaints of today, deals that close today, contacts just made. */
export const today = (books) => {
  const steady = ofCharacter(books, 'steady');
  const [one, two, three, four, ...others] = steady.filter(isCompany);
  for (const book of [one, ...others.slice(20, 26)]) inbound(book, NOW);
  for (const book of [two, three, others[0], others[1]]) complaint(book, NOW, { end: 'none', severity: 'high' });
  for (const [at, book] of [four, ...others.slice(2, 6)].entries())
    deal(book, book.calendar.office(24 + at, book.chance), { outcome: 'open', closes: book.calendar.day(at - 2) });
  for (const book of others.slice(6, 10)) {
    const days = book.calendar.workingDaysAgo(1);
    complaint(book, book.calendar.office(days, book.chance), { end: 'answered', severity: 'high' });
  }
  for (const book of others.slice(10, 14)) {
    const won = deal(book, book.calendar.office(52, book.chance), { outcome: 'won', until: 'negotiation' });
    if (won) order(book, book.after(won.time, 1, 2), [lineOf(book, products[book.sector][0], 'l1')]);
  }
  for (const book of others.slice(14, 20))
    complaint(book, book.calendar.office(book.chance.int(6, 20), book.chance), { end: 'answered' });
};

/** Contacts against the wishes of a customer, one of them allowed by a supervisor, and one that became known late. */
export const exceptions = (books) => {
  const quiet = books.filter(({ wishes }) => wishes.quiet < -20 * 1440).slice(0, 4);
  for (const [at, book] of quiet.entries()) {
    const time = book.calendar.office(9 + at, book.chance);
    const who = book.profile.contactPersons ? { personId: 'p1' } : {};
    const allowed = {
      allowanceId: book.idOf('exception'),
      channel: 'phone',
      purpose: 'sales',
      reason: book.chance.pick(book.words.allowances),
      ...who,
    };
    if (at % 2 === 0) book.tell(time, book.supervisor, 'AllowContact', allowed);
    outbound(book, time + 70, 'sales', {
      channels: ['phone'],
      channel: 'phone',
      ...who,
      ...(at % 2 === 1 && { made: true }),
    });
  }
  for (const book of ofCharacter(books, 'steady').slice(0, 6))
    inbound(book, book.calendar.office(book.chance.int(20, 40), book.chance), book.calendar.office(2, book.chance));
  for (const book of ofCharacter(books, 'troubled').slice(0, 2))
    complaint(book, book.calendar.office(12, book.chance), { end: 'withdrawn', severity: 'low' });
  for (const book of ofCharacter(books, 'household').slice(0, 3))
    outbound(book, book.calendar.office(2, book.chance), 'collection');
};

const { users } = organisation;
const agents = users.filter(({ roles }) => roles.includes('service')).map(({ id }) => id);

/** Calls of people who are not known as customers: open, closed, or found to be a customer. */
export const callers = (story, books) => {
  const chance = new Chance(story.seed * 1_000 + 999);
  const calendar = calendarOf(story, 'east');
  const commands = [];
  for (let number = 1; number <= 14; number += 1) {
    const callerId = `sample-caller-${number}`;
    const words = phrases[number % 3 === 0 ? 'en' : 'zh'].callers;
    const time = calendar.office(number * 3 - 2, chance);
    const say = (at, actor, type, fields, others = []) => {
      const occurredAt = calendar.instant(at);
      const lanes = [callerId, ...others];
      commands.push({ place: Date.parse(occurredAt), actor, type, body: { callerId, ...fields, occurredAt }, lanes });
    };
    const agent = chance.pick(agents);
    const complains = number % 4 === 1;
    say(time, agent, 'RecordCaller', {
      ...{ channel: chance.pick(['phone', 'call-centre', 'in-person']), purpose: complains ? 'service' : 'sales' },
      ...{
        summary: chance.pick(words.summaries),
        phone: `+86 199 0000 ${9000 + number}`,
        durationSeconds: chance.int(30, 600),
      },
      ...(complains && { complaint: { ...words.complaint, severity: 'medium' } }),
    });
    if (number <= 4) continue;
    if (number % 2 === 0) say(time + 45, agent, 'CloseCaller', { reason: chance.pick(words.closed) });
    else {
      const { id } = chance.pick(books.filter(({ profile, since }) => profile.kind === 'person' && since > 60));
      say(time + 60, agent, 'IdentifyCaller', { customerId: id }, [id]);
    }
  }
  return commands;
};
