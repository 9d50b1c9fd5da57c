import { calendarOf, filled, LEFT, names, phrases } from './company.mjs';
import { DAY } from './calendar.mjs';
import { Chance } from './chance.mjs';

/** Something that happens today: the command has no time. */
export const NOW = 0;

/** The phrases of a language; households have some that are not those of companies. */
const wordsFor = (language, sector) => {
  const { household, ...words } = phrases[language];
  if (sector !== 'household') return { ...words, payments: names[language].payments };
  const { contacts, needs, titles, address, payments } = household;
  const changes = { ...words.changes, address };
  return { ...words, contacts, needs, payments, changes, deals: { ...words.deals, titles } };
};

/**
 * What is recorded of one customer: `say` adds a command, if its time is over. Choices depend on the seed and on the number of the
 * customer alone, so that one customer does not change another.
 */
export class Book {
  constructor(story, number) {
    this.story = story;
    this.number = `${number}`.padStart(3, '0');
    this.chance = new Chance(story.seed * 1_000 + number);
    this.commands = [];
    this.count = {};
  }

  /** Who the customer is, after it has been chosen. */
  open({ profile, language, sector, owner, since }) {
    Object.assign(this, { profile, language, sector, since });
    this.owner = owner === LEFT.user && since <= LEFT.days ? LEFT.heir : owner;
    this.supervisor = language === 'zh' ? 'zhou.wei' : 'elena.marin';
    this.id = this.idOf('customer');
    this.calendar = calendarOf(this.story, profile.region);
    this.words = wordsFor(language, sector);
    this.currency = this.currency ?? 'CNY';
    /** Times from which on the customer has wishes. */
    this.wishes = { marketing: [], quiet: Infinity };
  }

  /** The id of a record of the customer; records of a kind are numbered unless `name` is given. */
  idOf(kind, name) {
    if (kind === 'customer') return `sample-customer-${this.number}`;
    this.count[kind] = (this.count[kind] ?? 0) + 1;
    return `sample-${kind}-${this.number}-${name ?? this.count[kind]}`;
  }

  /** Who is responsible for the customer at a time. */
  managerAt(time) {
    return this.owner === LEFT.user && time > -LEFT.days * DAY ? LEFT.heir : this.owner;
  }

  /** Who answers calls and handles complaints. */
  agentAt(time) {
    if (this.language === 'en') return 'mia.rossi';
    return Math.floor(time / DAY) % 2 === 0 ? 'chen.jing' : 'liu.yang';
  }

  /**
   * Adds a command at a time; `recorded` is a later one if it became known late, and `others` are customers that have to be there.
   * Returns whether the time is over.
   */
  say(time, actor, type, fields, recorded = time, others = []) {
    if (time > NOW || recorded > NOW) return false;
    const occurredAt = time === NOW ? {} : { occurredAt: this.calendar.instant(time) };
    const place = recorded === NOW ? Infinity : Date.parse(this.calendar.instant(recorded));
    this.commands.push({ place, actor, type, body: { ...fields, ...occurredAt }, lanes: [this.id, ...others] });
    return true;
  }

  /** The same of the customer itself. */
  tell(time, actor, type, fields, recorded, others) {
    return this.say(time, actor, type, { customerId: this.id, ...fields }, recorded, others);
  }

  after(time, least, most) {
    return this.calendar.after(time, least, most, this.chance);
  }

  /** A time of an office that is from `from` to `to` days before today, as far as the customer was registered by then. */
  between(from, to) {
    const oldest = Math.max(1, Math.min(from, this.since - 1));
    return this.calendar.office(this.chance.int(Math.min(Math.max(to, 1), oldest), oldest), this.chance);
  }

  /** One of some texts, with the product and others in it. */
  text(list, values = {}) {
    return filled(this.chance.pick(list), values);
  }
}
