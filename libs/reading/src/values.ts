import { expected } from '@annals/contracts-values';
import type { ViewField } from '@annals/event-sourcing';
import { isMoment } from '@annals/http';
import { z } from 'zod';

export type Kind = ViewField<never>['kind'];

const LONGEST = 200; // characters

/** An instant, or a day for its beginning in `TIME_ZONE`, as it is sent: `withInstants` reads it. */
export const moment = z
  .string()
  .max(40)
  .refine(
    isMoment,
    expected(
      'a day such as `2026-01-31` or an instant with its offset such as `2026-01-31T09:00:00Z`',
      '日期（如 `2026-01-31`）或带时差的时刻（如 `2026-01-31T09:00:00Z`）',
    ),
  );

const text = z.string().min(1).max(LONGEST);

/** What a parameter of a list or a report takes, by the kind of its field. */
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
