import { staff } from './company.mjs';
import { inbound } from './contacts.mjs';

/** Registers a customer again as others would: `profile` says what differs. */
const again = (book, twin, days, profile) => {
  const { contactPersons: _, organisationCode: __, taxNumber: ___, code: ____, ...known } = twin.profile;
  book.currency = twin.currency;
  book.character = 'duplicate';
  book.open({ ...twin, profile: { ...known, ...profile }, since: days });
  const time = -days * 1440 + 560;
  book.tell(time, book.managerAt(time), 'RegisterCustomer', book.profile);
  book.tell(time + 3, book.supervisor, 'AssignOwner', { owner: staff(book.owner) });
  inbound(book, book.after(time, 0, 2));
};

/** Merges a customer with one who was registered again, and undoes that if `isWrong`. */
const merged = (book, survivor, days, isWrong) => {
  const [domain] = survivor.profile.email.split('@').toReversed();
  again(book, survivor, days, { email: `desk@${domain}` });
  const { done, undone } = survivor.words.merge;
  const time = survivor.calendar.office(days - 20, survivor.chance);
  const say = (at, type, reason) =>
    survivor.tell(at, survivor.supervisor, type, { mergedId: book.id, reason }, at, [book.id]);
  say(time, 'MergeCustomers', done);
  if (isWrong) say(survivor.after(time, 2, 5), 'UndoMerge', undone);
};

/** Customers that were registered twice, in other words or with a number in another spelling; and two that are different. */
export const duplicates = ({ books, next }) => {
  const chinese = books.find(
    ({ language, sector, profile }) =>
      language === 'zh' && sector === 'power' && profile.kind === 'organisation' && profile.name.includes('电力设备'),
  );
  const [western] = books.filter(({ language, profile }) => language === 'en' && profile.kind === 'organisation');
  const person = books.find(({ language, profile }) => language === 'zh' && profile.kind === 'person');
  const branch = books.findLast(({ language, profile }) => language === 'zh' && profile.kind === 'organisation');
  const latin = chinese.profile.website.split('.')[1];
  again(next(), chinese, 40, {
    name: `${latin[0].toUpperCase()}${latin.slice(1)} Electric Equipment Co., Ltd.`,
    email: `sales@${latin}.example`,
    addresses: [],
  });
  again(next(), western, 25, {
    name: `${western.profile.name.split(' ').slice(0, -1).join(' ').toUpperCase()}`,
    email: `office@${western.profile.website.split('.')[1]}.example`,
  });
  again(next(), person, 12, {
    phone: person.profile.phone.replace('+86 ', '').replaceAll(' ', ''),
    email: `second${person.number}@example.com`,
  });
  const other = next();
  again(other, branch, 30, {
    name: branch.profile.name.replace('有限公司', '（集团）有限公司'),
    email: `group@${branch.profile.website.split('.')[1]}.example`,
  });
  const time = other.calendar.office(8, other.chance);
  const found = { otherId: branch.id, reason: other.words.different };
  other.tell(time, other.managerAt(time), 'FindDifferent', found, time, [branch.id]);
  const [first, second] = books.filter(({ character, since }) => character === 'steady' && since > 140);
  merged(next(), first, 100, false);
  merged(next(), second, 60, true);
};
