import { tagOf, type Language } from '../words/language.js';

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.DisplayNames>();

/** A format, made once. */
export const kept = <Format extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.DisplayNames>(
  key: string,
  make: () => Format,
): Format => {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known as Format;
};

const numberFormat = (language: Language, options: Intl.NumberFormatOptions) =>
  kept(`${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(tagOf(language), options));

/** A number or an exact decimal, with all its digits. */
export const number = (value: number | string, language: Language): string =>
  numberFormat(language, { maximumFractionDigits: 8 }).format(value as Intl.StringNumericLiteral);

/** A decimal with the digits that it was given with: `98.00`. */
export const exact = (value: string, language: Language): string =>
  numberFormat(language, { minimumFractionDigits: value.split('.')[1]?.length ?? 0, maximumFractionDigits: 8 }).format(
    value as Intl.StringNumericLiteral,
  );

const nameOf = (currency: string): string => {
  if (currency === 'CNY') return '元';
  const names = kept('currencies', () => new Intl.DisplayNames('zh-CN', { type: 'currency' }));
  return names.of(currency) ?? currency;
};

export type Money = { readonly amount: string; readonly currency: string };

const isWhole = (amount: string) => /^-?\d+(\.0+)?$/.test(amount);

/** `CNY 5,400,000` and `5,400,000 元`: exact, without minor units that are zero. */
export const money = ({ amount, currency }: Money, language: Language): string => {
  const digits = isWhole(amount) ? 0 : 2;
  const figure = numberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: isWhole(amount) ? 0 : 8,
  });
  return withCurrency(figure.format(amount as Intl.StringNumericLiteral), currency, language);
};

/** The same with its currency: `CNY 98.00`, `98.00 元`. */
export const exactMoney = ({ amount, currency }: Money, language: Language): string =>
  withCurrency(exact(amount, language), currency, language);

const withCurrency = (figure: string, currency: string, language: Language) =>
  language === 'zh' ? `${figure} ${nameOf(currency)}` : `${currency} ${figure}`;

type Unit = readonly [size: number, zh: string, en: string];

const UNITS: Readonly<Record<Language, readonly Unit[]>> = {
  en: [
    [1e9, '', ' B'],
    [1e6, '', ' M'],
  ],
  zh: [
    [1e8, '亿', ''],
    [1e4, '万', ''],
  ],
};

/** `CNY 4.95 M` and `495 万元`: to three or four digits, for figures at a glance. */
export const roundMoney = (value: Money, language: Language): string => {
  const unit = UNITS[language].find(([size]) => Math.abs(Number(value.amount)) >= size);
  if (!unit) return money({ ...value, amount: String(Math.round(Number(value.amount))) }, language);
  const [size, zh, en] = unit;
  const figure = numberFormat(language, { maximumSignificantDigits: language === 'zh' ? 4 : 3 }).format(
    Number(value.amount) / size,
  );
  return language === 'zh' ? `${figure} ${zh}${nameOf(value.currency)}` : `${value.currency} ${figure}${en}`;
};

const MOBILE = /^(?:\+?86)?(1[3-9]\d)(\d{4})(\d{4})$/;
const LANDLINE = /^(?:\+?86|0)(10|2\d|[3-9]\d{2})(\d{3,4})(\d{4})$/;

/** Chinese numbers as they are spoken, 138 0571 0142 and 0571 8655 0142; others as they were given. */
export const phone = (value: string): string => {
  const digits = value.replace(/[\s\-()]/g, '');
  const mobile = MOBILE.exec(digits);
  if (mobile) return mobile.slice(1).join(' ');
  const landline = LANDLINE.exec(digits);
  return landline ? `0${landline.slice(1).join(' ')}` : value;
};

const HAN = /\p{Script=Han}/u;

type Address = {
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
};

/** From large to small with the post code first in Chinese, from small to large otherwise. */
export const address = ({ street, city, region, postalCode, country }: Address): string => {
  const present = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '');
  const isChinese = HAN.test(`${street ?? ''}${city ?? ''}`);
  return isChinese
    ? present([postalCode, present([region, city, street]).join('')]).join(' ')
    : present([street, present([postalCode, city]).join(' '), region, country]).join(', ');
};

/** What stands for a name in a circle: the family name of a Chinese one, otherwise the first letters. */
export const initials = (name: string): string => {
  if (HAN.test(name)) return name.slice(0, 1);
  const words = name.split(/[\s.]+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
};
