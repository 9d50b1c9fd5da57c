import type { Words } from '@annals/event-sourcing';
import { getMetadataStorage } from 'class-validator';
import type { z } from 'zod';

/** What is wrong with one field: its path with dots, the rule for programs, and what people are told. */
export type Misfit = { readonly field: string; readonly rule: string; readonly message: Words };

/** Everything for which a schema refuses a value; `path` leads to the value. */
export const fieldErrorsOf = (schema: z.ZodType, value: unknown, path: readonly string[]): readonly Misfit[] =>
  (schema.safeParse(value).error?.issues ?? []).map((issue: z.core.$ZodIssue) => ({
    field: [...path, ...issue.path.map(String)].join('.'),
    rule: ruleOf(issue),
    message: { en: issue.message, zh: issue.message },
  }));

/** The schema that `@Fits` names for a property of a class. */
export const fittedSchema = (type: object, property: string): z.ZodType | undefined =>
  getMetadataStorage()
    .getTargetValidationMetadatas(type as () => void, '', true, false)
    .find(({ name, propertyName }) => name === 'fits' && propertyName === property)?.constraints[0] as
    z.ZodType | undefined;

const ruleOf = (issue: z.core.$ZodIssue): string => {
  const rule: unknown = issue.code === 'custom' ? issue.params?.['rule'] : undefined;
  return typeof rule === 'string' ? rule : issue.code;
};
