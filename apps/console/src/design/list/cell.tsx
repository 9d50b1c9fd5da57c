import type { ReactNode } from 'react';
import type { Field } from '../../api/catalogue.js';
import { useLanguage, type Language } from '../../words/language.js';
import { day } from '../dates.js';
import { number, type Money } from '../format.js';
import { Amount, Moment } from '../moment.js';

type Show = (value: never, field: Field, language: Language) => ReactNode;

const choice = (value: string | number, { values = [] }: Field, language: Language) =>
  values.find((each) => each.value === value)?.[language] ?? String(value);

const SHOWN: Partial<Record<Field['kind'], Show>> = {
  choice,
  day: (value: string, _, language) => day(value, language),
  instant: (value: string) => <Moment at={value} />,
  integer: (value: number, _, language) => number(value, language),
  number: (value: number, _, language) => number(value, language),
  decimal: (value: string, _, language) => number(value, language),
  flag: (value: boolean, _, language) => (language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'),
  money: (value: Money) => <Amount value={value} />,
  person: ({ id, name }: { readonly id: string; readonly name?: string | null }) => name ?? id,
  list: (values: readonly unknown[], { item }, language) =>
    item && values.map((each) => textOf(each, item, language)).join(language === 'zh' ? '、' : ', '),
};

/** A value as a text, where its kind has one. */
export const textOf = (value: unknown, field: Field, language: Language): string => {
  if (value === null || value === undefined) return '';
  const shown = SHOWN[field.kind]?.(value as never, field, language);
  if (typeof shown === 'string') return shown;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** A value by the kind of its field; nothing for what is not known. */
export const Value = ({ value, field }: { readonly value: unknown; readonly field: Field }) => {
  const language = useLanguage();
  if (value === null || value === undefined || value === '') return null;
  const show = SHOWN[field.kind];
  return <>{show ? show(value as never, field, language) : textOf(value, field, language)}</>;
};

/** Whether values of a kind are compared by their digits, and so stand at the right. */
export const isFigure = ({ kind }: Field): boolean =>
  ['integer', 'number', 'decimal', 'money', 'instant'].includes(kind);
