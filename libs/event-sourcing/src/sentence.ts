import type { Words } from './words.js';

/** A language of Annals. */
export type Language = keyof Words;

/** Details of a refusal by name; part of the API. They contain no personal data, because not every caller may see it. */
export type Details = Readonly<Record<string, unknown>>;

/** The texts of a problem. */
export type Explained = {
  /** A short, constant title. */
  readonly title: Words;
  /** One or two sentences that say what is wrong and what to do. `{name}` is replaced by the detail `name`. */
  readonly detail: Words;
  /** Labels of values by detail and value; a value without a label is shown as it is. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  /** Example details for the error catalogue. */
  readonly example?: Details;
};

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Placeholder<Rest>
  : never;

/** The names of the details in the sentences of a problem, in either language. */
export type Named<E extends Explained> = Placeholder<E['detail'][Language]>;

const LONGEST = 100; // characters of one value, because it may be input of a caller

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
