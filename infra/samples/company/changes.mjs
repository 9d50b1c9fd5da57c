import { filled, names, staff } from './company.mjs';
import { personIn } from './customers.mjs';

const change = (book, time, changes, reason, { recorded, ...more } = {}) =>
  book.tell(
    time,
    book.managerAt(time),
    'ChangeData',
    { changes, reason, source: book.chance.pick(book.words.changes.sources), ...more },
    recorded,
  );

/** The number of a customer with another last digit. */
const renumbered = (book, by) => `${book.profile.phone.slice(0, -1)}${(Number(book.profile.phone.at(-1)) + by) % 10}`;

/** Each changes data of a company or a household once, with its reason. */
const CHANGES = {
  phone: (book, time) => change(book, time, { phone: renumbered(book, 5) }, book.words.changes.phone),
  website: (book, time) =>
    change(
      book,
      time,
      { website: `${book.profile.website ?? `https://home${book.number}.example`}/new` },
      book.words.changes.website,
    ),
  email: (book, time) =>
    change(book, time, { email: `orders@${book.profile.email.split('@')[1]}` }, book.words.changes.email),
  employees: (book, time) =>
    change(book, time, { 'demographic.employees': book.chance.int(40, 1200) }, book.words.changes.employees),
  loyalty: (book, time) =>
    change(
      book,
      time,
      { 'value.loyalty': book.chance.pick(['medium', 'strong', 'absolute']), 'psychographic.attitude': 'positive' },
      book.words.changes.loyalty,
    ),
  address: (book, time) => {
    const { street } = book.profile.addresses[0];
    const reason = book.words.changes.address;
    const moved = { street: street.replace(/\d+/, (number) => `${Number(number) + 400}`) };
    book.tell(time, book.managerAt(time), 'ChangeAddress', { addressId: 'a1', ...moved, reason });
  },
  delivery: (book, time) => {
    const { city, country, postalCode, street } = book.profile.addresses[0];
    const { added, removed } = book.words.changes.delivery;
    const place = { city, country, postalCode, street: street.replace(/\d+/, (number) => `${Number(number) + 700}`) };
    const address = { addressId: 'a2', kind: 'delivery', ...place, reason: added };
    const isAdded = book.tell(time, book.managerAt(time), 'AddAddress', address);
    const end = book.after(time, 20, 90);
    if (isAdded && book.chance.maybe(35))
      book.tell(end, book.managerAt(end), 'RemoveAddress', { addressId: 'a2', reason: removed });
  },
  person: (book, time) => {
    const { chance, language, words, profile } = book;
    const person = personIn(language, chance);
    const reason = filled(words.changes.person, { person });
    const title = chance.pick(names[language].titles);
    const others = names[language].titles.filter((each) => each !== profile.contactPersons[0].title);
    const actor = book.managerAt(time);
    const added = book.tell(time, actor, 'AddContactPerson', {
      personId: 'p8',
      name: person,
      title,
      primary: true,
      reason,
    });
    book.tell(time + 12, actor, 'ChangeContactPerson', {
      ...{ personId: 'p1', title: chance.pick(others), reason: words.changes.title },
    });
    const removed = book.after(time, 15, 60);
    if (added && chance.maybe(50))
      book.tell(removed, book.managerAt(removed), 'RemoveContactPerson', { personId: 'p8', reason });
  },
};

const OF_HOUSEHOLDS = ['phone', 'loyalty', 'address'];

/** The kinds of changes of a customer. */
export const kindsOfChanges = ({ profile }) => (profile.kind === 'person' ? OF_HOUSEHOLDS : Object.keys(CHANGES));

/** Changes data of a kind at a time. */
export const changed = (book, kind, time) => CHANGES[kind](book, time);

/** A change that became known weeks after it took effect. */
export const lateChange = (book, days) => {
  const recorded = book.calendar.office(days, book.chance);
  const time = book.calendar.office(days + book.chance.int(25, 60), book.chance);
  const changes = { 'demographic.employees': book.chance.int(30, 300) };
  change(book, time, changes, book.words.changes.late, { effectiveDate: book.calendar.dayOf(time), recorded });
};

/** A change that takes effect in some days, or did so some days ago if `days` is below zero; it was announced before. */
export const comingChange = (book, days, announced = book.chance.int(1, 9)) => {
  const time = book.calendar.office(announced, book.chance);
  const [changes, reason] = book.chance.pick([
    [{ phone: renumbered(book, 3) }, book.words.changes.phone],
    [{ 'value.contract': book.language === 'zh' ? '三年合约' : 'three years' }, book.words.changes.contract],
  ]);
  change(book, time, changes, reason, { effectiveDate: book.calendar.day(-days) });
};

/** Another account manager takes over. */
export const newOwner = (book, time, owner) => {
  const reason = book.words.changes.owner[0];
  if (book.tell(time, book.supervisor, 'AssignOwner', { owner: staff(owner), reason })) book.owner = owner;
};
