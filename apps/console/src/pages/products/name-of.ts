import type { components } from '../../generated/api.js';
import type { Language } from '../../words/language.js';

export type Product = components['schemas']['Product'];

/** The name of a product in the language of the user. */
export const nameOf = ({ name, nameZh }: Product, language: Language): string =>
  (language === 'zh' ? nameZh : undefined) ?? name;
