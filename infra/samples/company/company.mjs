import { readFileSync } from 'node:fs';
import { Calendar } from './calendar.mjs';

const read = (name) => JSON.parse(readFileSync(`${import.meta.dirname}/data/${name}.json`, 'utf8'));

export const organisation = read('organisation');
export const places = read('places');
export const products = read('products');
export const names = { zh: read('names.zh'), en: read('names.en') };
export const phrases = { zh: read('phrases.zh'), en: read('phrases.en') };

const ZONES = { europe: 'Europe/Berlin', america: 'America/Chicago' };

const calendars = new WeakMap();

/** The calendar of a region. */
export const calendarOf = (story, region) => {
  const { today, timeZone } = story;
  const zone = ZONES[region] ?? 'Asia/Shanghai';
  const known = calendars.get(story) ?? new Map();
  calendars.set(story, known);
  if (!known.has(zone)) known.set(zone, new Calendar(today, zone, timeZone));
  return known.get(zone);
};

/** A text with values in braces: `{product}`. */
export const filled = (text, values) => text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);

/** When the account manager left whose customers others took over, in days before today. */
export const LEFT = { user: 'gao.yuan', heir: 'wang.qiang', days: 95 };

/** A user as records name it. */
export const staff = (userId) => ({ id: userId, name: organisation.users.find(({ id }) => id === userId).name });
