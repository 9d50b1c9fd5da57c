import { checkedScheme, normalIdentifier } from '@annals/text';

/** A code by which others know a customer. */
export type Code = {
  readonly code: string;
  /** The scheme whose check digit it passes; `null` if there is none. */
  readonly scheme: string | null;
};

const SHORTEST = 5; // characters: shorter ones are numbers of some list

/** The codes in some texts. A code of a Chinese organisation stands for the older code that is a part of it, too. */
export const codesIn = (texts: readonly (string | undefined)[]): readonly Code[] =>
  texts
    .flatMap((text) => (text === undefined ? [] : codesOf(text)))
    .filter(({ code }, at, all) => code.length >= SHORTEST && all.findIndex((each) => each.code === code) === at);

const codesOf = (text: string): readonly Code[] => {
  const normal = normalIdentifier(text);
  const scheme = checkedScheme(text);
  const code = scheme === null ? withCentury(normal) : normal;
  return [{ code, scheme }, ...(scheme === 'uscc' ? [{ code: code.slice(8, 17), scheme: 'cn-org' }] : [])];
};

const RESIDENT = /^[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The number of a Chinese identity card from before 1999, with 15 digits, as it is written since. */
const withCentury = (code: string): string => {
  if (!RESIDENT.test(code)) return code;
  const digits = `${code.slice(0, 6)}19${code.slice(6)}`;
  return `${digits}${'10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11]}`;
};
