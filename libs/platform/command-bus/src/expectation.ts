import { expectedIn } from '@annals/contracts-values';
import type { Language, Words } from '@annals/event-sourcing';
import type { z } from 'zod';

export type Issue = z.core.$ZodIssue;

const both = (words: (language: Language) => string): Words => ({ en: words('en'), zh: words('zh') });

const TYPES: Readonly<Record<string, Words>> = {
  string: { en: 'a text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: '`true` or `false`', zh: '`true` 或 `false`' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'an object', zh: '对象' },
  record: { en: 'an object', zh: '对象' },
  null: { en: '`null`', zh: '`null`' },
};

const FORMATS: Readonly<Record<string, Words>> = {
  email: { en: 'an e-mail address such as name@example.com', zh: '电子邮件地址，例如 name@example.com' },
  uuid: { en: 'a UUID', zh: 'UUID' },
  url: { en: 'a URL such as https://example.com', zh: '网址，例如 https://example.com' },
  date: { en: 'a day such as 2026-01-31', zh: '日期，例如 2026-01-31' },
  datetime: { en: 'an instant in UTC such as 2026-01-31T09:00:00Z', zh: 'UTC 时刻，例如 2026-01-31T09:00:00Z' },
};

const ANYTHING: Words = { en: 'a value that the API description allows', zh: '接口说明所允许的值' };

const OR = { en: ' or ', zh: '或' };
const COMMA = { en: ', ', zh: '、' };

const oneOf = (values: readonly unknown[]): Words => {
  const [first, ...others] = values.map((value) => `\`${String(value)}\``);
  if (others.length === 0) return { en: first ?? '', zh: first ?? '' };
  const list = (language: Language) => [first, ...others].join(COMMA[language]);
  return { en: `one of ${list('en')}`, zh: `${list('zh')} 之一` };
};

const alternatives = (words: readonly Words[]): Words =>
  words.length === 0
    ? ANYTHING
    : both((language) => [...new Set(words.map((each) => each[language]))].join(OR[language]));

type ByCode = { readonly [Code in Issue['code']]?: (issue: Extract<Issue, { readonly code: Code }>) => Words };

const BY_CODE: ByCode = {
  invalid_type: ({ expected }) => TYPES[expected] ?? ANYTHING,
  invalid_value: ({ values }) => oneOf(values),
  invalid_format: ({ format }) => FORMATS[format] ?? ANYTHING,
  invalid_union: ({ errors }) => alternatives(errors.flatMap((branch) => branch.slice(0, 1).map(expectationOf))),
  invalid_key: ({ issues: [first] }) => (first ? expectationOf(first) : ANYTHING),
  not_multiple_of: ({ divisor }) => ({ en: `a multiple of ${divisor}`, zh: `${divisor} 的倍数` }),
};

/** What a value must be, for a rule that it broke, in words that can follow "Send". */
export const expectationOf = (issue: Issue): Words => {
  const said = expectedIn(issue.message);
  const words = BY_CODE[issue.code] as ((issue: Issue) => Words) | undefined;
  return said ?? words?.(issue) ?? ANYTHING;
};
