import { createRequire } from 'node:module';
import type { Validator } from 'stdnum';
import { normalCode } from './normal-form.js';

type Library = { readonly euVat: Readonly<Record<string, Validator[]>>; readonly stdnum: Countries };
type Countries = Readonly<Record<string, Readonly<Record<string, Validator>>>>;

let loaded: Library | undefined;

/** Loaded when it is first used, because it takes a tenth of a second. */
const library = () => (loaded ??= createRequire(import.meta.url)('stdnum') as Library);

const VAT_ELSEWHERE: Readonly<Record<string, string>> = { CH: 'vat', GB: 'vat', NO: 'mva' };

/** The country, then the number, which is checked by the rules of the country. */
const isVat = (code: string): boolean => {
  const country = code.slice(0, 2).replace('EL', 'GR');
  const elsewhere = VAT_ELSEWHERE[country];
  const validators = elsewhere === undefined ? library().euVat[country] : [library().stdnum[country]![elsewhere]!];
  return (validators ?? []).some((each) => each.validate(code).isValid || each.validate(code.slice(2)).isValid);
};

const sumOf = (text: string, weights: readonly number[], alphabet: string) =>
  weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text[at]!), 0);

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // without I, O, S, V and Z
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100: authority, kind, six digits of the place, nine characters of the organisation, check character. */
const isUscc = (code: string): boolean =>
  /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(code) &&
  CREDIT[(31 - (sumOf(code, CREDIT_WEIGHTS, CREDIT) % 31)) % 31] === code[17];

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** GB 11714: eight characters and a check character. */
const isOrganisation = (code: string): boolean =>
  /^[0-9A-Z]{8}[0-9X]$/.test(code) &&
  '0123456789X0'[11 - (sumOf(code, [3, 7, 9, 10, 5, 8, 4, 2], LETTERS) % 11)] === code[8];

/** GB 11643, the number of a Chinese identity card: six digits of the place, birth date, number and check character. */
const isResident = (code: string): boolean => RESIDENT.test(code) && residentCheck(code) === code[17];

const residentCheck = (code: string) => '10X98765432'[sumOf(code, RESIDENT_WEIGHTS, LETTERS) % 11];

const RESIDENT = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** ISO 17442, with the check of ISO 7064 MOD 97-10. */
const isLei = (code: string): boolean =>
  /^[0-9A-Z]{18}\d{2}$/.test(code) &&
  [...code].reduce((rest, letter) => Number(`${rest}${LETTERS.indexOf(letter)}`) % 97, 0) === 1;

const SCHEMES = {
  uscc: isUscc,
  'cn-org': isOrganisation,
  'cn-id': isResident,
  vat: isVat,
  duns: (code: string) => /^\d{9}$/.test(code),
  lei: isLei,
  other: (code: string) => code !== '',
} as const satisfies Readonly<Record<string, (code: string) => boolean>>;

type Scheme = keyof typeof SCHEMES;

const NAMED = /^\s*([a-z][a-z-]{1,9})\s*[:：]\s*(.*)$/isu;

/** The scheme that a code names, as in `duns:150483782`, and the rest of it; without a scheme all of it. */
const named = (text: string): { readonly scheme?: string; readonly code: string } => {
  const [, scheme, code = ''] = NAMED.exec(text.normalize('NFKC')) ?? [];
  return scheme === undefined ? { code: text } : { scheme: scheme.toLowerCase(), code };
};

/** A code as it is compared: without the name of its scheme. */
export const normalIdentifier = (text: string): string => {
  const { scheme, code } = named(text);
  return normalCode(scheme !== undefined && scheme in SCHEMES ? code : text);
};

const isValid = (scheme: string, code: string) =>
  Object.hasOwn(SCHEMES, scheme) && SCHEMES[scheme as Scheme](normalCode(code));

/** Whether a code is one of the scheme that it names, or of `uscc` if it names none. */
export const isOrganisationCode = (text: string): boolean => {
  const { scheme = 'uscc', code } = named(text);
  return isValid(scheme, code);
};

/** The same for a tax number; one without a scheme is checked only if it has the form of a Chinese one. */
export const isTaxNumber = (text: string): boolean => {
  const { scheme, code } = named(text);
  if (scheme !== undefined) return isValid(scheme, code);
  const normal = normalCode(code);
  if (RESIDENT.test(normal)) return isResident(normal);
  return /^9[1-3]\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(normal) ? isUscc(normal) : true;
};

/** Schemes whose codes have a check digit: a code of another record that is valid, too, is another code and no typing error. */
const CHECKED: readonly Scheme[] = ['uscc', 'cn-id', 'cn-org', 'vat', 'lei'];

/**
 * The scheme with a check digit by which a code is valid: the one that it names, or without a name that of a Chinese
 * organisation or identity card; `null` if there is none.
 */
export const checkedScheme = (text: string): string | null => {
  const { scheme, code } = named(text);
  if (scheme !== undefined) return CHECKED.some((each) => each === scheme) && isValid(scheme, code) ? scheme : null;
  return (['uscc', 'cn-id'] as const).find((each) => isValid(each, code)) ?? null;
};

const FIFTEEN = /^[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;

/** The number of a Chinese identity card from before 1999, with 15 digits, as it is written since; any other code as it is. */
export const withCentury = (code: string): string => {
  if (!FIFTEEN.test(code)) return code;
  const digits = `${code.slice(0, 6)}19${code.slice(6)}`;
  return `${digits}${residentCheck(digits)}`;
};
