import { expected } from '@annals/contracts-values';
import type { ViewField } from '@annals/event-sourcing';
import { z } from 'zod';

export type Kind = ViewField<never>['kind'];

const LONGEST = 200; // characters
const IS_DAY = /^\d{4}-\d\d-\d\d$/;
const IS_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

const isMoment = (text: string) => (IS_DAY.test(text) || IS_INSTANT.test(text)) && !Number.isNaN(Date.parse(text));

/** An instant, or a day for its first instant in UTC; becomes an instant as the log writes it. */
export const moment = z
  .string()
  .max(40)
  .refine(
    isMoment,
    expected(
      'a day such as `2026-01-31` or an instant with its offset such as `2026-01-31T09:00:00Z`',
      '日期（如 `2026-01-31`）或带时差的时刻（如 `2026-01-31T09:00:00Z`）',
    ),
  )
  .overwrite((text) => (isMoment(text) ? new Date(text).toISOString() : text));

const text = z.string().min(1).max(LONGEST);

/** What a filter takes, by the kind of its field. */
export const VALUE: Readonly<Record<Kind, z.ZodType>> = {
  ...{ text, number: z.number(), flag: z.boolean() },
  ...{ instant: moment, day: z.iso.date() },
};

/** What is none of the kind stays a text, so that the schema refuses it. */
export const READ: Readonly<Record<Kind, (text: string) => unknown>> = {
  text: (text) => text,
  instant: (text) => text,
  day: (text) => text,
  number: (text) => (/^-?\d{1,15}(\.\d{1,8})?$/.test(text) ? Number(text) : text),
  flag: (text) => ({ true: true, false: false })[text] ?? text,
};

/** The kind of what a schema of a contract accepts. */
export const kindOf = (schema: z.ZodType): Kind => {
  if (schema instanceof z.ZodNumber) return 'number';
  return schema instanceof z.ZodBoolean ? 'flag' : 'text';
};
