import { names, places, products } from './company.mjs';
import { creditCode, identityNumber } from './codes.mjs';

const ROLES = { prospect: ['prospect'], distributor: ['distributor', 'end-customer'], partner: ['partner'] };

/** Digits in place of each `#`, different for each number as far as there are enough of them. */
const numbered = (form, number) => {
  const digits = [...`${number}`.padStart(form.split('#').length - 1, '0')].toReversed();
  return [...form]
    .toReversed()
    .map((sign) => (sign === '#' ? digits.shift() : sign))
    .toReversed()
    .join('');
};

const ownerIn = (region, sector, number) => {
  if (sector === 'household') return 'xu.yan';
  if (region === 'north') return number % 2 === 0 ? 'wang.qiang' : 'gao.yuan';
  return { east: 'li.na', south: 'zhao.min', west: 'huang.tao' }[region];
};

const DEPARTMENTS = { household: 'consumer', zh: 'key-accounts', en: 'international' };

const addressIn = (place, { chance, number }, kind) => ({
  addressId: 'a1',
  ...{ kind, city: place.city, region: place.province ?? place.city, postalCode: place.postal },
  street: place.country
    ? `${chance.pick(place.streets)} ${Number(number)}`
    : `${place.district}${chance.pick(place.streets)}${Number(number)}号`,
  country: place.country ?? 'CN',
});

const placed = (place) => ({
  region: place.region,
  geographic: {
    country: place.country ?? 'CN',
    city: place.city,
    settlement: 'urban',
    ...(place.province && { province: place.province, district: place.district }),
  },
});

/** A name, and the part of a mailbox before the @. */
export const personIn = (language, chance) => {
  const { surnames, given } = names[language];
  const [surname, own] = [chance.pick(surnames), chance.pick(given)];
  return language === 'zh' ? `${surname}${own}` : `${own} ${surname}`;
};

const contactIn = (book, place, { language, slug, seat }, at) => {
  const { chance, number } = book;
  return {
    personId: `p${at}`,
    name: personIn(language, chance),
    title: chance.pick(names[language].titles),
    phone:
      language === 'zh' ? `+86 199 0000 ${1000 + Number(number) * 4 + at}` : numbered(place.phone, 20 + seat * 3 + at),
    email: `contact${at}@${slug}.example`,
    primary: at === 1,
  };
};

/** A company, by its number among those of its language. */
export const organisationIn = (book, language, index) => {
  const { chance, number } = book;
  const place = places[language][index % places[language].length];
  const sector = chance.pick(['power', 'telecom', 'enterprise']);
  const { brands, activities } = names[language];
  const brand = brands[index % brands.length];
  const slug = language === 'zh' ? brand.slug : brand.toLowerCase().replaceAll(' ', '-');
  const { name: activity, industry } = chance.pick(activities[sector]);
  const isChinese = language === 'zh';
  const seat = Math.floor(index / places[language].length);
  const profile = {
    kind: 'organisation',
    name: isChinese
      ? `${place.city}${brand.name}${activity}有限公司`
      : `${brand} ${activity} ${chance.pick(place.forms)}`,
    code: `${isChinese ? 'CN' : place.country}${number}`,
    roles: ['end-customer'],
    organisationCode: isChinese ? creditCode(place.place, number) : `duns:${900_000_000 + Number(number)}`,
    email: `info@${slug}.example`,
    phone: numbered(place.phone, isChinese ? 1000 + Number(number) : seat),
    website: `https://www.${slug}.example`,
    ...{ industry, department: DEPARTMENTS[language], ...placed(place) },
    addresses: [addressIn(place, book, 'registered')],
    contactPersons: Array.from({ length: chance.int(1, 3) }, (_, at) =>
      contactIn(book, place, { language, slug, seat }, at + 1),
    ),
    demographic: {
      employees: chance.int(3, 90) * 10,
      foundedYear: chance.int(1988, 2020),
      annualRevenue: `${chance.int(4, 480)}00000.00`,
    },
    value: {
      usageRate: chance.pick(['light', 'medium', 'heavy']),
      potential: chance.pick(['low', 'medium', 'high']),
      influence: chance.pick(['low', 'medium', 'high']),
    },
  };
  const owner = place.owner ?? ownerIn(place.region, sector, index);
  return { profile, language, sector, owner, currency: place.currency ?? 'CNY', place };
};

/** A household, by its number among those of its language. */
export const householdIn = (book, language, index) => {
  const { chance, number } = book;
  const place = places[language][(index * 5) % places[language].length];
  const birthDate = `${chance.int(1951, 2001)}-${`${chance.int(1, 12)}`.padStart(2, '0')}-${`${chance.int(1, 28)}`.padStart(2, '0')}`;
  const isChinese = language === 'zh';
  const profile = {
    kind: 'person',
    name: personIn(language, chance),
    roles: ['end-customer'],
    ...(isChinese && chance.maybe(40) && { taxNumber: identityNumber(place.place, birthDate, number) }),
    email: `home${number}@example.${isChinese ? 'com' : 'org'}`,
    phone: isChinese
      ? `+86 199 0000 ${5000 + Number(number)}`
      : numbered(place.phone, 60 + Math.floor(index / places[language].length)),
    ...{ department: DEPARTMENTS.household, ...placed(place) },
    addresses: [addressIn(place, book, 'home')],
    demographic: {
      ...{ birthDate, gender: chance.pick(['female', 'male']), householdSize: chance.int(1, 5) },
      occupation: chance.pick(names[language].occupations),
    },
    value: {
      services: chance.some(products.household, 2).map((product) => product[language]),
      contract: isChinese ? '两年合约' : 'two years',
      monthlyCharge: `${chance.int(60, 260)}.00`,
      loyalty: chance.pick(['none', 'medium', 'strong']),
    },
  };
  const owner = place.owner ?? 'xu.yan';
  return { profile, language, sector: 'household', owner, currency: place.currency ?? 'CNY', place };
};

export const rolesOf = (character) => ROLES[character] ?? ['end-customer'];
