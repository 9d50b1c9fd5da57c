import { checkedScheme, normalIdentifier, withCentury } from '@annals/text';

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
