import type { Words } from './words.js';

/** A language of Annals. */
export type Language = keyof Words;

/** What stood in the way, by name; part of the API. No personal data: whoever may ask need not be allowed to see it. */
export type Details = Readonly<Record<string, unknown>>;

/** What people are told of a problem. */
export type Explained = {
  /** What kind of problem it is, in a few words; the same each time. */
  readonly title: Words;
  /** What is wrong and what to do, in a sentence or two. `{name}` stands for the detail `name`. */
  readonly detail: Words;
  /** What the values of a detail are called, by detail and value; a value without words stands for itself. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  /** Details as an answer could have them, for the catalogue. */
  readonly example?: Details;
};

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Placeholder<Rest>
  : never;

/** The names of the details that a problem's sentences have in them, in either language. */
export type Named<E extends Explained> = Placeholder<E['detail'][Language]>;

const LONGEST = 100; // characters of one value: a caller may have sent anything

/** The sentences of a problem with its details filled in. */
export const sentenceOf = ({ detail, values = {} }: Explained, details: Details): Words => {
  const filled = (language: Language) =>
    detail[language].replace(/\{(\w+)\}/g, (_, name: string) => written(details[name], values[name] ?? {}, language));
  return { en: filled('en'), zh: filled('zh') };
};

const BETWEEN = { en: ', ', zh: '、' };
const NOTHING = { en: 'none', zh: '无' };

const written = (value: unknown, words: Readonly<Record<string, Words>>, language: Language): string => {
  if (Array.isArray(value)) return value.map((each) => written(each, words, language)).join(BETWEEN[language]);
  if (value === undefined || value === null) return NOTHING[language];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return Object.hasOwn(words, text) ? words[text]![language] : shortened(text);
};

// No pair of surrogates is cut in two.
const shortened = (text: string) =>
  text.length > LONGEST ? `${[...text.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('')}…` : text;
