import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js/max';
import { digitsIn } from './digits.js';
import { onlyVisible } from './invisible.js';

/** A country by its two letters, such as `CN`, whose numbers are written without their country code. */
export type PhoneRegion = CountryCode;

export const isPhoneRegion = (text: string): text is PhoneRegion => isSupportedCountry(text);

/** A number in a text, in digits only. */
export type Phone = {
  /** As it is written, without an extension and without zeros before it. */
  readonly written: string;
  /** With its country code; `null` if it is no valid number in any of the regions. */
  readonly international: string | null;
  /** Without its country code; `null` as `international`. */
  readonly national: string | null;
};

const DASHES = /[\p{Pd}\u2212\u30FC]/gu;
const OR = 'or|und|and|oder|ou|или|或者?|和|及';
const SEPARATORS = new RegExp(`[,;、|\\n]|\\s(?:${OR})\\s|\\/(?=\\s*[+(]?\\d(?:[\\s()-]*\\d){5})`, 'u');
const EXTENSION = /\s*(?:转|轉|分机|分機|内线|内線|extension|extn|ext|x|доб|durchwahl|dw|poste|#)[.:\s]*\d{1,7}\s*$/iu;
const DASH_EXTENSION = /\s*-\s*\d{1,6}$/;

const plain = (text: string) => onlyVisible(text.normalize('NFKC')).replace(DASHES, '-');

/** Whether a text consists of a number alone, with or without an extension. */
export const isNumber = (text: string): boolean => /^[\d\s()+./-]+$/.test(plain(text).replace(EXTENSION, ''));

const KEPT = 1_000; // texts
const LONGEST = 100; // characters of one that is kept
const known = new Map<string, readonly Phone[]>();

/**
 * Every number in a text; those without a country code are read as numbers of the first region in which they are valid. The
 * numbers of the last texts are kept, because several views read those of each customer.
 */
export const phonesIn = (text: string, regions: readonly PhoneRegion[]): readonly Phone[] => {
  if (text.length > LONGEST) return readIn(text, regions);
  const key = `${regions.join()} ${text}`;
  const phones = known.get(key) ?? readIn(text, regions);
  if (known.size >= KEPT) known.clear();
  known.set(key, phones);
  return phones;
};

const readIn = (text: string, regions: readonly PhoneRegion[]): readonly Phone[] =>
  partsOf(plain(text), regions)
    .flatMap((part) => phonesOf(part, regions))
    .filter(({ written }) => written !== '');

/** A slash is between two numbers, or within one: `0711/1234567`. */
const partsOf = (text: string, regions: readonly PhoneRegion[]): readonly string[] => {
  const whole = text.trim().replace(EXTENSION, '');
  if (whole.includes('/') && regions.some((region) => phoneOf(whole, region))) return [whole];
  return text.split(SEPARATORS).map((part) => part.trim().replace(EXTENSION, ''));
};

/** The normal forms in which the numbers of a text are compared: with the country code, or as written if it is no valid number. */
export const normalPhones = (text: string, regions: readonly PhoneRegion[]): readonly string[] =>
  phonesIn(text, regions).map(({ written, international }) => international ?? written);

const phonesOf = (part: string, regions: readonly PhoneRegion[]): readonly Phone[] => {
  const extended = DASH_EXTENSION.test(part) ? [part.replace(DASH_EXTENSION, '')] : [];
  const one = firstOf([part, ...extended], (text) => firstOf(regions, (region) => phoneOf(text, region)));
  if (one) return [one];
  const several = regions.map((region) => foundIn(part, region)).find((found) => found.length > 0);
  return several ?? [{ written: writtenIn(part), international: null, national: null }];
};

const firstOf = <T, Found>(items: readonly T[], find: (item: T) => Found | undefined): Found | undefined => {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
};

const phoneOf = (text: string, defaultCountry: PhoneRegion): Phone | undefined => {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  if (!parsed?.isValid()) return undefined;
  return { written: writtenIn(text), international: digitsIn(parsed.number), national: parsed.nationalNumber };
};

const foundIn = (text: string, defaultCountry: PhoneRegion): readonly Phone[] =>
  findPhoneNumbersInText(text, { defaultCountry }).map(({ startsAt, endsAt, number }) => ({
    written: writtenIn(text.slice(startsAt, endsAt)),
    international: digitsIn(number.number),
    national: number.nationalNumber,
  }));

/** A trunk zero, or those before a country code, are written in some places only. */
const writtenIn = (text: string) => digitsIn(text).replace(/^0+/, '');
