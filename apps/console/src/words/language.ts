import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/** The languages of the console. */
export type Language = 'en' | 'zh';

/** A text in every language, beside what it names. */
export type Words = Readonly<Record<Language, string>>;

const STORED = 'annals.language';
const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'zh';

const preferred = (): Language => {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

/** Must be awaited before anything is shown. */
export const startLanguage = async (): Promise<void> => {
  await i18next.init({ lng: preferred(), fallbackLng: 'en', resources: {}, interpolation: { escapeValue: false } });
  document.documentElement.lang = TAGS[language()];
};

export const language = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

/** The tag of a language for `Intl` and the document. */
export const tagOf = (of: Language): string => TAGS[of];

/** Takes effect at once on everything that is shown. */
export const switchLanguage = (to: Language): void => {
  localStorage.setItem(STORED, to);
  document.documentElement.lang = TAGS[to];
  void i18next.changeLanguage(to);
};

const subscribe = (changed: () => void) => {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, language);

/** The text of `words` in the language that is shown. */
export const useWords = (): ((words: Words) => string) => {
  const shown = useLanguage();
  return (words) => words[shown];
};
