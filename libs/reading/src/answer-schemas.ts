import { explain } from '@annals/contracts-values';
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

/** JSON Schemas of a record and of a page of them, by name. */
export const answerSchemas = (view: ListedView): Readonly<Record<string, object>> => {
  const named = Object.entries(view.list.names ?? {}).map(
    ([property, field]) => [property, 'of' in view.fields[field]! ? NAME : NAMES] as const,
  );
  const schema = view.answer.schema.extend(Object.fromEntries(named));
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
