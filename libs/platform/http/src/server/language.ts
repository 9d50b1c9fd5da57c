import type { Language } from '@annals/event-sourcing';

const LANGUAGES: readonly Language[] = ['en', 'zh'];

type Range = { readonly tag: string; readonly weight: number };

/**
 * The preferred language according to `Accept-Language` (RFC 9110); of equal ones the first. English if it contains
 * neither language or is malformed.
 */
export const languageOf = (accepted: string | undefined): Language => {
  const ranges = (accepted ?? '').split(',').flatMap((text) => rangeIn(text));
  const order = ranges.flatMap(({ tag }) => LANGUAGES.filter((language) => isIn(language, tag)));
  const candidates = [...new Set([...order, ...LANGUAGES])].map((language) => ({
    language,
    weight: weightOf(language, ranges),
  }));
  const best = Math.max(...candidates.map(({ weight }) => weight));
  return best > 0 ? candidates.find(({ weight }) => weight === best)!.language : 'en';
};

const RANGE = /^\s*(\*|[a-z]{1,8}(?:-[a-z\d]{1,8})*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

const rangeIn = (text: string): readonly Range[] => {
  const [, tag, weight = '1'] = RANGE.exec(text) ?? [];
  return tag === undefined ? [] : [{ tag: tag.toLowerCase(), weight: Number(weight) }];
};

const isIn = (language: Language, tag: string) => tag === language || tag.startsWith(`${language}-`);

/** `*` matches languages that are not named. */
const weightOf = (language: Language, ranges: readonly Range[]): number => {
  const named = ranges.filter(({ tag }) => isIn(language, tag));
  const counting = named.length > 0 ? named : ranges.filter(({ tag }) => tag === '*');
  return Math.max(0, ...counting.map(({ weight }) => weight));
};
