import type { ListedView } from '@annals/event-sourcing';
import { z } from 'zod';

/** The name of a page in the description of the API. */
export const pageName = ({ list }: ListedView): string => `${list.record.name}Page`;

/** JSON Schemas of a record and of a page of them, by name. */
export const answerSchemas = (view: ListedView): Readonly<Record<string, object>> => {
  const { name } = view.list.record;
  const record = { ...z.toJSONSchema(view.answer.schema, { unrepresentable: 'any' }), $schema: undefined };
  const page = {
    type: 'object',
    properties: {
      items: { type: 'array', items: { $ref: `#/$defs/${name}` } },
      next: { type: ['string', 'null'] },
    },
    required: ['items', 'next'],
    additionalProperties: false,
  };
  return { [name]: record, [pageName(view)]: page };
};
