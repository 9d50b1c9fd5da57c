import { explain, field } from '@annals/contracts-values';
import type { ListedView } from '@annals/event-sourcing';
import { z } from 'zod';
import { TOTAL_SCHEMA } from './total.js';

/** The name of an answer with one record in the description of the API. */
export const recordName = ({ list: { record } }: ListedView): string => record.schema ?? record.name;

/** The name of a page. */
export const pageName = ({ list }: ListedView): string => `${list.record.name}Page`;

/** The JSON Schema of an answer, with the words of its fields. */
export const answerSchema = (schema: z.ZodObject): object => ({
  ...z.toJSONSchema(schema, { unrepresentable: 'any', override: ({ jsonSchema }) => explain(jsonSchema) }),
  $schema: undefined,
});

const NAME = z.string().nullable();
const NAMES = z.array(z.string());

/** What `If-Match` compares with; `null` if there is none, as of a moment above all, since only what is now can be changed. */
export const REVISION = field(
  z.int().min(0).nullable(),
  { en: 'Revision', zh: '修订号' },
  {
    example: 3,
    description: {
      en: 'The revision of the record, for `If-Match`; `null` as of a moment.',
      zh: '记录的修订号，用于 `If-Match`；查询历史时点时为 `null`。',
    },
  },
);

/** JSON Schemas of a record and of a page of them, by name. */
export const answerSchemas = (view: ListedView): Readonly<Record<string, object>> => {
  const named = Object.entries(view.list.names ?? {}).map(
    ([property, field]) => [property, 'of' in view.fields[field]! ? NAME : NAMES] as const,
  );
  const revision = view.revision && { revision: REVISION };
  const schema = view.answer.schema.extend({ ...Object.fromEntries(named), ...revision });
  const page = {
    type: 'object',
    properties: {
      items: { type: 'array', items: { $ref: `#/$defs/${recordName(view)}` } },
      next: { type: ['string', 'null'] },
      total: TOTAL_SCHEMA,
    },
    required: ['items', 'next'],
    additionalProperties: false,
  };
  return { [recordName(view)]: answerSchema(schema), [pageName(view)]: page };
};
