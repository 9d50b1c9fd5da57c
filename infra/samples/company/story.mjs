import { Book } from './book.mjs';
import { catalogueCommands } from './catalogue.mjs';
import { calendarOf, organisation, staff } from './company.mjs';
import { householdIn, organisationIn, rolesOf } from './customers.mjs';
import { duplicates } from './duplicates.mjs';
import { flagship } from './flagship.mjs';
import { forms, leads, rules } from './leads.mjs';
import { organisationCommands } from './organisation.mjs';
import { PLOTS } from './plots.mjs';
import { offers } from './offers.mjs';
import { quotes } from './quotes.mjs';
import { tasks } from './tasks.mjs';
import { callers, exceptions, today as todayOf } from './scenes.mjs';

/** How many customers of each character there are, and since how many days at least and at most. */
const CAST = [
  { character: 'steady', zh: 62, en: 42, oldest: 720, newest: 130 },
  { character: 'fresh', zh: 14, en: 10, oldest: 42, newest: 6 },
  { character: 'prospect', zh: 22, en: 16, oldest: 300, newest: 20 },
  { character: 'silent', zh: 12, en: 8, oldest: 700, newest: 320 },
  { character: 'troubled', zh: 5, en: 4, oldest: 600, newest: 200 },
  { character: 'lost', zh: 10, en: 7, oldest: 700, newest: 300 },
  { character: 'returned', zh: 5, en: 4, oldest: 700, newest: 400 },
  { character: 'household', zh: 46, en: 26, oldest: 700, newest: 20 },
];

const register = (book, character) => {
  const time = -book.since * 1440 + 540;
  const customerSince = character === 'prospect' ? {} : { customerSince: book.calendar.day(book.since) };
  book.tell(time, book.owner, 'RegisterCustomer', { ...book.profile, ...customerSince });
  book.tell(time + 4, book.supervisor, 'AssignOwner', { owner: staff(book.owner) });
};

const begin = (book, character, language, index, days) => {
  const choose = character === 'household' ? householdIn : organisationIn;
  const { profile, currency, ...known } = choose(book, language, index);
  book.currency = currency;
  book.character = character;
  book.open({
    ...known,
    profile: { ...profile, roles: rolesOf(character) },
    since: book.chance.int(days.newest, days.oldest),
  });
  register(book, character);
  PLOTS[character](book);
};

const first = (book) => {
  const { profile, currency, ...known } = organisationIn(book, 'zh', 0);
  Object.assign(book, { currency, character: 'flagship' });
  book.open({ ...known, sector: 'power', profile, since: 728 });
  register(book, 'flagship');
  flagship(book);
};

/** The histories of all customers. */
const booksOf = (story) => {
  const books = [];
  const next = () => {
    const book = new Book(story, books.length + 1);
    books.push(book);
    return book;
  };
  const count = { zh: 0, en: -1 };
  const households = { zh: 0, en: 0 };
  first(next());
  for (const { character, oldest, newest, ...numbers } of CAST)
    for (const language of ['zh', 'en'])
      for (let left = numbers[language]; left > 0; left -= 1) {
        const index = character === 'household' ? (households[language] += 1) : (count[language] += 1);
        begin(next(), character, language, index, { oldest, newest });
      }
  todayOf(books);
  exceptions(books);
  tasks(books);
  duplicates({ books: [...books], next });
  offers(books);
  quotes(books);
  return books;
};

const inOrder = ({ place: one }, { place: other }) => (one === other ? 0 : one < other ? -1 : 1);

/** Numbers the commands of each customer by type, so that each has a name that is always the same. */
const named = (commands) => {
  const counts = new Map();
  return commands.map((command) => {
    const kind = `${command.lanes[0]}/${command.type}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { ...command, key: `${kind}/${count}` };
  });
};

const signsIn = ({ id, name, roles }) => ({ id, name, roles });

/**
 * The story of the sample company until a day (`2026-01-31`) in the time zone of the company: the users who sign in, and two lists of
 * commands in the order in which they became known, the first of which has to be done before the second begins. Commands that share a
 * lane follow one another.
 */
export const storyOf = ({ today, timeZone, seed = 1 }) => {
  const story = { today, timeZone, seed };
  const books = booksOf(story);
  const own = books.flatMap(({ commands }) => commands);
  const calendar = calendarOf(story, 'east');
  const all = named([
    ...organisationCommands(calendar),
    ...catalogueCommands(calendar),
    ...own,
    ...callers(story, books),
    ...forms(story),
    ...rules(story),
    ...leads(story, books),
  ]);
  const commands = all.toSorted(inOrder).map(({ place: _, ...command }) => command);
  const begin = commands.findIndex(({ type }) => type === 'RegisterCustomer');
  return {
    users: organisation.users.filter((user) => user.signsIn).map(signsIn),
    chapters: [commands.slice(0, begin), commands.slice(begin)],
  };
};
