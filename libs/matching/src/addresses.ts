import { hasHan, inPinyin, simplified } from '@annals/text';
import { wordsIn } from './latin.js';
import { placeForm } from './regions.js';

/** An address in its parts, each in one form for all ways of writing it; `null` is what it does not say. */
export type Address = {
  /** The words of the street, in Latin letters: `renmin road`. */
  readonly street: string;
  readonly number: string;
  /** Flat, room or floor. */
  readonly unit: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
};

/** An address as a profile has it. */
export type GivenAddress = {
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
};

/** The parts of an address; `null` without a street and a number. */
export const addressOf = ({ street = '', city, postalCode }: GivenAddress): Address | null => {
  const plain = simplified(street.normalize('NFKC'));
  const parts = hasHan(plain) ? chineseStreet(plain.replace(/\s/g, '')) : latinStreet(plain);
  if (!parts) return null;
  const town = cityOf({ city }) ?? parts.city;
  const code = postalCode
    ?.normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return { ...parts, city: town, postalCode: code || null };
};

/** The town that an address names beside its street, in one form for all ways of writing it. */
export const cityOf = ({ city = '' }: Pick<GivenAddress, 'city'>): string | null =>
  placeForm(simplified(city.normalize('NFKC'))) || null;

type Street = Omit<Address, 'postalCode'>;

const DIVISIONS =
  /^(?:中国)?(?:[\p{sc=Han}]{2,8}?(?:省|自治区))?([\p{sc=Han}]{2,5}?市)?(?:[\p{sc=Han}]{1,5}?(?:新区|区|县|市))?(?:[\p{sc=Han}]{1,5}?(?:街道|镇|乡))?/u;
const ROAD =
  /([\p{sc=Han}\d]{1,12}?)(大道|大街|公路|路|街|道|巷|胡同|里|村|弄)([东西南北中]?)(?:段)?第?([\d一二三四五六七八九十百]+(?:-\d+)?[a-z]?)[号弄]?(?:院)?/iu;

const AREA = /^.*(?:园区|工业区|开发区|街道|[区镇乡县市])(?=[\p{sc=Han}\d]{2})/u;

const ROADS: Readonly<Record<string, string>> = {
  ...{ 大道: 'avenue', 大街: 'street', 公路: 'road', 路: 'road', 街: 'street', 道: 'road', 巷: 'lane', 胡同: 'hutong' },
  ...{ 里: 'li', 村: 'village', 弄: 'lane' },
};

const DIGITS = '零一二三四五六七八九';

/** Chinese numerals up to 999 in digits. */
const inDigits = (text: string): string => {
  if (/^\d/.test(text)) return text.toLowerCase();
  const [, hundreds, , tens, ones] =
    /^(?:([一二三四五六七八九])(百))?零?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/u.exec(text) ?? [];
  if (/^[一二三四五六七八九]{2,}$/u.test(text)) return [...text].map((digit) => DIGITS.indexOf(digit)).join('');
  const ten = text.includes('十') ? Math.max(1, DIGITS.indexOf(tens || '一')) : 0;
  return `${(hundreds ? DIGITS.indexOf(hundreds) : 0) * 100 + ten * 10 + (ones ? DIGITS.indexOf(ones) : 0)}`;
};

const chineseStreet = (text: string): Street | null => {
  const divisions = DIVISIONS.exec(text);
  const found = ROAD.exec(text.slice(divisions![0].length)) ?? ROAD.exec(text);
  if (!found) return null;
  const [all, named, kind, side, number] = found as unknown as readonly [string, string, string, string, string];
  const name = `${named.replace(AREA, '')}${side}`;
  const after = text.slice(text.indexOf(all) + all.length);
  const city = divisions![1];
  return {
    street: `${inPinyin(name).replaceAll(' ', '')} ${ROADS[kind]!}`,
    number: inDigits(number),
    unit: /\d+(?:\D+\d+)*/.exec(after)?.[0].replace(/\D+/g, '-') ?? null,
    city: city === undefined ? null : placeForm(city),
  };
};

const STREETS: Readonly<Record<string, string>> = {
  ...{ st: 'street', str: 'street', strasse: 'street', rd: 'road', ave: 'avenue', av: 'avenue', avenida: 'avenue' },
  ...{ blvd: 'boulevard', dr: 'drive', ln: 'lane', sq: 'square', pl: 'place', platz: 'place', hwy: 'highway' },
  ...{ n: 'north', s: 'south', e: 'east', w: 'west', strase: 'street', no: '', nr: '', number: '' },
};

const UNIT =
  /(?:\b(?:apt|apartment|flat|unit|suite|ste|room|rm|floor|fl|top|stiege|wohnung|whg)\b|#)[.\s]*([\p{L}\p{N}-]+)/iu;

/** `musterstr` as `muster street`. */
const streetWord = (word: string) =>
  word.replace(/(?<=\p{L}{3})(strasse|strase|str|weg|gasse|platz)$/u, (end) => ` ${STREETS[end] ?? end}`);

const latinStreet = (plain: string): Street | null => {
  const unit = UNIT.exec(plain)?.[1]?.toLowerCase() ?? null;
  const words = wordsIn(plain.replace(UNIT, ' ').replace(/(\d)\s+(?=[a-d](?:\s|,|$))/giu, '$1'));
  const number = words.find((word) => /^\d+[a-z]?$/.test(word));
  const names = words
    .filter((word) => !/^\d/.test(word))
    .flatMap((word) => streetWord(word).split(' '))
    .map((word) => STREETS[word] ?? word)
    .filter((word) => word !== '');
  if (number === undefined || names.length === 0) return null;
  return { street: names.join(' '), number, unit, city: null };
};
