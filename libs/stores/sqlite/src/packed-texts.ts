import { DAY, LAST_DAY } from './packed.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const LAST_INSTANT = 2 ** 48;

export const isUuid = (text: string): boolean => UUID.test(text);

export const uuidIn = (bytes: Buffer, at: number): string => {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** Milliseconds of `2026-01-31T09:00:00.000Z`; `undefined` for every other text. */
export const instantOf = (text: string): number | undefined => {
  const time = text.endsWith('Z') ? Date.parse(text) : NaN;
  return time >= 0 && time < LAST_INSTANT && instantAt(time) === text ? time : undefined;
};

export const instantAt = (time: number): string => new Date(time).toISOString();

/** Days of `2026-01-31`; `undefined` for every other text. */
export const dayOf = (text: string): number | undefined => {
  const day = text[4] === '-' ? Date.parse(text) / DAY : NaN;
  return day >= 0 && day < LAST_DAY && dayAt(day) === text ? day : undefined;
};

export const dayAt = (day: number): string => instantAt(day * DAY).slice(0, 10);
