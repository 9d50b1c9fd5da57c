import { isPhoneRegion, type PhoneRegion } from '@annals/text';
import { isIP } from 'node:net';
import type { Unit } from './units.js';

/** Parses a setting. `read` returns `undefined` for invalid text. */
export type Reader<T> = {
  readonly allowed: string;
  /** What a number counts. */
  readonly unit?: Unit;
  readonly read: (text: string) => T | undefined;
};

export const whole = (from: number, to: number, unit?: Unit): Reader<number> => ({
  allowed: `a whole number from ${from} to ${to}`,
  ...(unit && { unit }),
  read: (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? value : undefined;
  },
});

export const ratio: Reader<number> = {
  allowed: 'a number from 0 to 1, such as 0.1',
  read: (text) => {
    const value = /^\d(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
    return value <= 1 ? value : undefined;
  },
};

/** How many times something is as much. */
export const factor: Reader<number> = {
  allowed: 'a number from 0 to 1000, such as 1.2',
  read: (text) => {
    const value = /^\d{1,4}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
    return value <= 1_000 ? value : undefined;
  },
};

export const text = (allowed: string, pattern = /\S/): Reader<string> => ({
  allowed,
  read: (value) => (pattern.test(value) ? value : undefined),
});

export const oneOf = <T extends string>(values: readonly T[]): Reader<T> => ({
  allowed: `one of ${values.join(', ')}`,
  read: (value) => values.find((each) => each === value),
});

/** A comma-separated list, each part parsed by the reader; `none` is the empty list. */
export const listOf = <T>({ allowed, read }: Reader<T>): Reader<readonly T[]> => ({
  allowed: `a list with commas, each ${allowed}; or none`,
  read: (value) => (value === 'none' ? [] : every(split(value, ','), read)),
});

/** One positive number for each key: `low=40,high=8`. */
export const numberFor = <K extends string>(keys: readonly K[], unit?: Unit): Reader<Readonly<Record<K, number>>> => ({
  ...(unit && { unit }),
  allowed: `a number above 0 for each of ${keys.join(', ')}, such as ${keys[0]}=8`,
  read: (value) => {
    const pairs = split(value, ',').map((part) => split(part, '='));
    const numbers = keys.map((key) => Number(pairs.find(([name]) => name === key)?.[1]));
    const complete = pairs.length === keys.length && numbers.every((number) => number > 0 && Number.isFinite(number));
    return complete
      ? (Object.fromEntries(keys.map((key, index) => [key, numbers[index]])) as Record<K, number>)
      : undefined;
  },
});

export const day: Reader<string> = {
  allowed: 'a day such as 2026-12-25',
  read: (value) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
    // 30 February parses as 2 March.
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : undefined;
  },
};

export const url: Reader<string> = {
  allowed: 'an address such as https://id.example.com/annals',
  read: (value) => (/^https?:$/.test(URL.parse(value)?.protocol ?? '') ? value : undefined),
};

/** A connection string of one of the schemes. */
export const connection = (...schemes: readonly string[]): Reader<string> => ({
  allowed: `a connection string that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  read: (value) =>
    schemes.some((scheme) => value.startsWith(`${scheme}://`) && /:\/\/[^/]/.test(value)) ? value : undefined,
});

export const broker: Reader<string> = {
  allowed: 'a host and port such as kafka-1:9092',
  read: (value) => {
    const port = Number(/^\[?[\w.:-]+\]?:(\d{1,5})$/.exec(value)?.[1]);
    return port > 0 && port <= 65_535 ? value : undefined;
  },
};

export const address: Reader<string> = {
  allowed: 'an IP address or network such as 10.0.0.0/8',
  read: (value) => {
    const [ip = '', bits = '0', ...more] = value.split('/');
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(ip)] ?? -1;
    return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most ? value : undefined;
  },
};

export const phoneRegion: Reader<PhoneRegion> = {
  allowed: 'a country of two capital letters such as CN',
  read: (value) => (isPhoneRegion(value) ? value : undefined),
};

export const timeZone: Reader<string> = {
  allowed: 'an IANA time zone such as Europe/Vienna',
  read: (value) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      return /^[A-Za-z]/.test(value) ? value : undefined;
    } catch {
      return undefined;
    }
  },
};

export const split = (value: string, separator: string): readonly string[] =>
  value.split(separator).map((part) => part.trim());

/** The parsed parts; `undefined` if one is invalid. */
export const every = <T>(parts: readonly string[], read: (part: string) => T | undefined): readonly T[] | undefined => {
  const values = parts.map(read).filter((value) => value !== undefined);
  return values.length === parts.length ? values : undefined;
};
