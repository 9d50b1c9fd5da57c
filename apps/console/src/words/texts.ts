import i18next from 'i18next';
import { useLanguage, type Language } from './language.js';

/** English, then Chinese; `{{name}}` stands for a value. English with a count has two forms. */
export type Text = readonly [en: string | { readonly one: string; readonly other: string }, zh: string];

type Values = Readonly<Record<string, string | number>>;

/** A text by its key, with its values filled in. */
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

let count = 0;

/** The texts of a page or component, in both languages; returns a hook for those in the language that is shown. */
export const texts = <const Texts extends Readonly<Record<string, Text>>>(
  of: Texts,
): (() => Translate<keyof Texts & string>) => {
  const namespace = `texts-${(count += 1)}`;
  const inLanguage = (shown: Language) =>
    Object.fromEntries(Object.entries<Text>(of).flatMap(([key, text]) => formsOf(key, text, shown)));
  const add = () =>
    (['en', 'zh'] as const).forEach((each) => i18next.addResourceBundle(each, namespace, inLanguage(each)));
  let added = false;
  return () => {
    const shown = useLanguage();
    if (!added) add();
    added = true;
    const translate = i18next.getFixedT(shown, namespace) as (key: string, values: Values) => string;
    return (key, values = {}) => translate(key, values);
  };
};

const formsOf = (key: string, [en, zh]: Text, shown: Language): readonly (readonly [string, string])[] => {
  if (shown === 'zh') return [[key, zh]];
  return typeof en === 'string'
    ? [[key, en]]
    : [
        [`${key}_one`, en.one],
        [`${key}_other`, en.other],
      ];
};
