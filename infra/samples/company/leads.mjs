import { Chance } from './chance.mjs';
import { DAY } from './calendar.mjs';
import { calendarOf, names, phrases, places, products, staff } from './company.mjs';

const COUNT = 36;
const SELLERS = { east: 'li.na', south: 'zhao.min', west: 'huang.tao', north: 'wang.qiang', europe: 'anna.berger' };
const SOURCES = ['web-form', 'web-form', 'referral', 'trade-fair', 'partner', 'phone'];
const CHANNELS = {
  'web-form': 'web',
  referral: 'email',
  'trade-fair': 'in-person',
  partner: 'partner',
  phone: 'phone',
};
const ALL = Object.values(products).flat();

const brandIn = (language, number) => {
  const { brands } = names[language];
  const brand = brands[(number * 7) % brands.length];
  return typeof brand === 'string' ? brand : brand.name;
};

const personIn = ({ surnames, given }, language, chance) => {
  const [surname, name] = [chance.pick(surnames), chance.pick(given)];
  return language === 'zh' ? `${surname}${name}` : `${name} ${surname}`;
};

/** What a lead said, each a little less or more. */
const detailsOf = ({ number, language, chance }) => {
  const own = names[language];
  const { activities, titles } = own;
  const activity = chance.pick(Object.values(activities).flat());
  const place = chance.pick(places[language]);
  const product = chance.pick(ALL);
  const source = chance.pick(SOURCES);
  const company = `${brandIn(language, number)}${language === 'zh' ? '' : ' '}${activity.name}`;
  return {
    ...{ source, channel: CHANNELS[source], name: personIn(own, language, chance), language },
    ...(source === 'web-form' && { campaignId: chance.pick(['spring', 'autumn']) }),
    ...(chance.maybe(80) && { company, jobTitle: chance.pick(titles), industry: activity.industry }),
    ...(chance.maybe(70) && { phones: [`+86 199 0001 ${1000 + number}`] }),
    ...(chance.maybe(70) && { emails: [`lead-${number}@example.com`] }),
    ...{ city: place.city, region: place.region, country: place.country ?? 'CN' },
    ...(chance.maybe(75) && { products: [product[language]], need: chance.pick(phrases[language].leads.needs) }),
    ...(chance.maybe(30) && { budget: { amount: `${chance.int(5, 90) * 1000}.00`, currency: 'CNY' } }),
    ...(chance.maybe(40) && {
      consents: [
        { channel: 'email', purpose: 'marketing', given: chance.maybe(80), wording: phrases[language].leads.wording },
      ],
    }),
    ...(chance.maybe(30) && { attributes: { employees: chance.int(10, 900) } }),
  };
};

/** What becomes of a lead after some days: `open`, `contacted`, `disqualified`, `recycled`, `converted` or `joined`. */
const endOf = (number) =>
  ['open', 'contacted', 'disqualified', 'converted', 'contacted', 'disqualified', 'open', 'joined', 'recycled'][
    number % 9
  ];

const dealOf = ({ company, name, products: [product] = [] }) => ({
  title: [product, company ?? name].filter((part) => part !== undefined).join(', '),
  value: { amount: '18000.00', currency: 'CNY' },
});

const follow = (lead, end, say) => {
  const { details, chance, calendar, time, seller, words } = lead;
  const first = calendar.after(time, 0, 2, chance);
  const second = calendar.after(first, 1, 4, chance);
  const last = calendar.after(second, 1, 5, chance);
  if (end === 'open') return;
  say(first, seller, 'ContactLead', {
    ...{ contactId: 'ct-1', channel: 'phone', reached: chance.maybe(70), contactedBy: staff(seller) },
    summary: chance.pick(words.contacts),
  });
  if (chance.maybe(40)) say(second, seller, 'ChangeLead', { region: details.region, need: chance.pick(words.needs) });
  if (end === 'disqualified' || end === 'recycled')
    say(last, seller, 'DisqualifyLead', { reason: chance.pick(words.reasons), note: chance.pick(words.notes) });
  if (end === 'recycled')
    say(calendar.after(last, 2, 6, chance), seller, 'RecycleLead', { note: chance.pick(words.recycled) });
  if (end === 'converted') say(last, seller, 'ConvertLead', chance.maybe(70) ? { deal: dealOf(details) } : {});
  if (end === 'joined') {
    const { id } = lead.customer;
    say(last, seller, 'ConvertLeadForCustomer', { customerId: id, deal: dealOf(details) }, [id]);
  }
};

const CONTACT = 'sample-contact';

/** What an administrator says of records, some days before today at a minute of the day; `name` is that of their ids. */
const keeper = (story, name, minute) => {
  const calendar = calendarOf(story, 'east');
  const commands = [];
  const say = (days, id, type, fields) => {
    const occurredAt = calendar.instant(-days * DAY + minute);
    const body = { [name]: id, ...fields, occurredAt };
    commands.push({ place: Date.parse(occurredAt), actor: 'sun.li', type, body, lanes: [id] });
  };
  return { commands, say };
};

/** The forms of the company's pages. */
export const forms = (story) => {
  const { commands, say } = keeper(story, 'formId', 540);
  const { wording } = phrases.zh.leads;
  const consent = { channel: 'email', purpose: 'marketing', wording };
  const origins = ['https://www.example.com'];
  say(400, CONTACT, 'AddLeadForm', { name: 'Contact page 联系我们', origins, consent });
  say(380, CONTACT, 'ChangeLeadForm', { redirectTo: 'https://www.example.com/thanks' });
  say(300, 'sample-fair', 'AddLeadForm', {
    name: 'Spring fair 春季展会',
    source: 'trade-fair',
    campaignId: 'spring',
    origins,
  });
  say(200, 'sample-fair', 'SwitchOffLeadForm', { reason: 'The fair is over.' });
  say(60, 'sample-fair', 'SwitchOnLeadForm', { reason: 'The next fair begins.' });
  return commands;
};

/** The rules by which leads are assigned. */
export const rules = (story) => {
  const { commands, say } = keeper(story, 'ruleId', 600);
  const member = (userId, capacity) => ({ userId, capacity, awayUntil: null });
  const [europe, china] = ['sample-europe', 'sample-china'];
  say(395, europe, 'AddLeadRule', {
    ...{
      name: 'Europe 欧洲',
      place: 10,
      regions: ['europe'],
      members: [member('anna.berger', 1), member('james.ward', 1)],
    },
    ...{ respondWithin: 240, reassignments: 1, escalateTo: 'elena.marin' },
  });
  say(394, china, 'AddLeadRule', {
    ...{ name: 'China 中国', place: 20, countries: ['CN'], method: 'least-busy' },
    members: ['li.na', 'zhao.min', 'huang.tao', 'wang.qiang'].map((userId) => member(userId, 1)),
    ...{ respondWithin: 480, reassignments: 2, escalateTo: 'zhou.wei' },
  });
  say(100, europe, 'SwitchOffLeadRule', { reason: 'Holidays of the team.' });
  say(80, europe, 'SwitchOnLeadRule', { reason: 'The team is back.' });
  say(50, china, 'ChangeLeadRule', { respondWithin: 240 });
  return commands;
};

/** People and companies that may become customers: some new, some followed, some converted, some not. */
export const leads = (story, books) => {
  const chance = new Chance(story.seed * 1_000 + 998);
  const calendar = calendarOf(story, 'east');
  const commands = [];
  const organisations = books.filter(({ profile, since }) => profile.kind === 'organisation' && since > 200);
  for (let number = 1; number <= COUNT; number += 1) {
    const leadId = `sample-lead-${`${number}`.padStart(2, '0')}`;
    const language = number % 3 === 0 ? 'en' : 'zh';
    const details = detailsOf({ number, language, chance });
    const time = calendar.office(2 + number * 3, chance);
    const seller = SELLERS[details.region] ?? 'james.ward';
    const say = (at, actor, type, fields, others = []) => {
      const occurredAt = calendar.instant(at);
      const lanes = [leadId, ...others];
      commands.push({ place: Date.parse(occurredAt), actor, type, body: { leadId, ...fields, occurredAt }, lanes });
    };
    const byForm = details.source === 'web-form' && { formId: CONTACT };
    say(time, byForm ? `system:form/${CONTACT}` : 'sun.li', 'CaptureLead', { ...details, ...byForm });
    const byRule = number % 5 === 0 || endOf(number) === 'open';
    if (!byRule) say(time + 20, 'zhou.wei', 'AssignLead', { owner: staff(seller) });
    const words = phrases[language].leads;
    follow(
      { details, chance, calendar, time: time + 30, seller, words, customer: chance.pick(organisations) },
      endOf(number),
      say,
    );
  }
  return commands;
};
