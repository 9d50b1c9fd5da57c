import { z } from 'zod';
import { formatProblems } from './date-format.js';

const isPattern = (text: string) => {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
};

const columnName = z.string().min(1);
const constant = z.json();

const condition = z
  .strictObject({
    column: columnName,
    is: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe('One of these words.'),
    not: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe('None of these words.'),
    blank: z.boolean().optional().describe('Whether the column has to be blank.'),
  })
  .refine(({ is, not, blank }) => is !== undefined || not !== undefined || blank !== undefined, {
    message: 'needs "is", "not" or "blank"',
  });
export type Condition = z.infer<typeof condition>;

export const conditions = z.union([condition, z.array(condition).min(1)]).describe('All of these have to hold.');

const words = z.array(z.string()).min(1);
const format = z.string().superRefine((written, context) => {
  for (const message of formatProblems(written)) context.addIssue({ code: 'custom', message });
});
/** Formats of dates and times, checked to name a full date. */
export const formats = z
  .union([format, z.array(format).min(1)])
  .describe('Luxon formats of dates and times with year, month and day, such as dd.MM.yyyy.');
const yearsAhead = z
  .int()
  .min(0)
  .max(99)
  .optional()
  .describe('A two-digit year is the latest that is not after today; or at most so many years ahead.');

const pattern = z.string().min(1).refine(isPattern, { error: 'is not a regular expression' });

const transform = z.union([
  z.enum(['trim', 'upper', 'lower', 'number', 'integer', 'decimal', 'boolean', 'date', 'instant', 'uuid']),
  z.strictObject({ boolean: z.strictObject({ true: words, false: words }) }),
  z.strictObject({ date: formats, yearsAhead }),
  z.strictObject({ instant: formats, yearsAhead }),
  z.strictObject({ split: z.string().min(1) }),
  z.strictObject({ replace: pattern, with: z.string() }),
  z.strictObject({ monthsBefore: z.iso.date() }),
  z.strictObject({ map: z.record(z.string(), constant), otherwise: constant.optional() }),
]);
export type Transform = z.infer<typeof transform>;

const SOURCES = ['column', 'constant', 'template', 'object', 'list'] as const;

const valueObject = z
  .strictObject({
    column: columnName.optional().describe('A column of the row, or of a joined row: employee.LastName.'),
    constant: constant.optional(),
    template: z.string().optional().describe('Text with columns in braces: order-{OrderID}.'),
    get object() {
      return z.record(z.string(), value).optional().describe('Left out when all that it takes from the row is blank.');
    },
    get list() {
      return z.array(value).optional().describe('Blank elements are left out, and so is an empty list.');
    },
    each: columnName.optional().describe('A join with "many": the value is made once for each of its rows.'),
    transform: z.union([transform, z.array(transform)]).optional(),
    when: conditions.optional().describe('If it does not hold, the value is blank.'),
    default: constant.optional().describe('Stands in for a blank value.'),
    onBlank: z
      .enum(['omit', 'report', 'reject'])
      .optional()
      .describe(
        'omit: say nothing; report: load the row and list the blank as a warning; reject: do not load the row.',
      ),
  })
  .refine((spec) => SOURCES.filter((source) => spec[source] !== undefined).length === 1, {
    message: `needs exactly one of ${SOURCES.join(', ')}`,
  });

/** The source of a value: the name of a column, or a detailed description. */
export const value: z.ZodType<ValueSpec> = z.union([columnName, valueObject]).meta({ id: 'value' });

export type ValueObject = {
  readonly column?: string | undefined;
  readonly constant?: z.infer<typeof constant> | undefined;
  readonly template?: string | undefined;
  readonly object?: Readonly<Record<string, ValueSpec>> | undefined;
  readonly list?: readonly ValueSpec[] | undefined;
  readonly each?: string | undefined;
  readonly transform?: Transform | Transform[] | undefined;
  readonly when?: z.infer<typeof conditions> | undefined;
  readonly default?: z.infer<typeof constant> | undefined;
  readonly onBlank?: 'omit' | 'report' | 'reject' | undefined;
};
export type ValueSpec = string | ValueObject;
