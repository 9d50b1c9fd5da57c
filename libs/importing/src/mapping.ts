import { z } from 'zod';
import { isZone } from './date-format.js';
import { conditions, formats, value } from './value-spec.js';

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'a name of letters, digits, _ and -');

const join = z.strictObject({
  file: name.describe('A file of this mapping; it is kept in memory.'),
  on: z
    .union([z.string().min(1), z.record(z.string(), z.string())])
    .describe('The key column, if both files call it the same; else { "own column": "column of the other file" }.'),
  many: z.boolean().default(false).describe('A list of rows, for "each"; else the first row with that key.'),
  onMissing: z
    .enum(['omit', 'report', 'reject'])
    .optional()
    .describe('When the row has a key and the other file has no such row; report unless told, omit with "many".'),
});
export type Join = z.infer<typeof join>;

/** A relative path that does not lead out of its folder, on any system. */
const BESIDE = /^(?![/\\]|[A-Za-z]:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$)).+$/;

const separator = z.string().regex(/^[^\r\n]$/, 'one character that does not end a line');

/** How a file is written: its encoding, cells, numbers and dates. */
export const fileSchema = z
  .strictObject({
    path: z
      .string()
      .regex(BESIDE, 'a file elsewhere than beside the mapping is given on the command line')
      .optional()
      .describe('Beside the mapping file or in a folder there; files elsewhere are given on the command line.'),
    encoding: z
      .string()
      .default('utf-8')
      .describe('utf-8, utf-16le, latin1, gbk, gb18030 …; a byte order mark in the file is stronger.'),
    delimiter: separator.default(','),
    quote: separator.nullable().default('"').describe('null if the file does not quote.'),
    header: z
      .union([z.literal(true), z.array(z.string().min(1)).min(1)])
      .default(true)
      .describe('true: the first row has the names of the columns; else their names in order.'),
    decimal: z.enum(['.', ',']).default('.'),
    thousands: z.enum(['.', ',', ' ', "'"]).optional(),
    dates: formats
      .optional()
      .describe('Luxon formats of dates and times with year, month and day, such as dd.MM.yyyy; ISO 8601 by default.'),
    zone: z
      .string()
      .refine(isZone, {
        error: ({ input }) => `${JSON.stringify(input)} is not a time zone such as Asia/Shanghai or utc`,
      })
      .default('utc')
      .describe('The time zone of times that do not name one, such as Asia/Shanghai.'),
    blanks: z.array(z.string()).default([]).describe('Words that stand for a blank, such as NULL.'),
    joins: z.record(name, join).default({}),
  })
  .superRefine(({ decimal, thousands, delimiter, quote }, context) => {
    const clash = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (decimal === thousands) clash('thousands', `"${decimal}" cannot separate both decimals and thousands`);
    if (delimiter === quote) clash('quote', `${JSON.stringify(quote)} cannot both delimit and quote cells`);
  });
export type FileSpec = z.infer<typeof fileSchema>;

const step = z.strictObject({
  name: name.describe('A part of the commands’ identity: renaming it makes new commands.'),
  file: name,
  when: conditions.optional(),
  command: name.describe('The type of the command, such as RegisterCustomer.'),
  key: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe(
      'The columns that make a command the same as an earlier one; * is the whole row. Of several rows with one key the first wins.',
    ),
  onRepeat: z
    .enum(['omit', 'report', 'reject'])
    .default('report')
    .describe(
      'When an earlier row has the key with other content: omit: say nothing; report: list the row as a warning; reject: as an error, and carry out none of its later steps.',
    ),
  oneAtATimePer: z
    .array(z.string())
    .optional()
    .describe(
      'The fields that say which commands must follow one another; every field whose name ends in Id unless told.',
    ),
  fields: z
    .record(z.string(), value)
    .describe('The body of the command as the API takes it, occurredAt and reason included.'),
});
export type Step = z.infer<typeof step>;

/** How files become commands. A mapping file is this, as JSON. */
export const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  name: name.describe('A part of the commands’ identity: renaming it makes new commands.'),
  about: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('What a reader should know.'),
  files: z.record(name, fileSchema),
  steps: z
    .array(step)
    .min(1)
    .describe('Steps in a row with one file are carried out together, row by row, in this order.'),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** The JSON Schema of a mapping file, for validation and completion in editors. */
export const mappingJsonSchema = () => z.toJSONSchema(mappingSchema, { io: 'input' });
