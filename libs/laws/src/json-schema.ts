import { id } from '@annals/contracts-values';
import { z } from 'zod';

/** The part of JSON Schema that zod generates. */
export type JsonSchema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

export const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

const ID = jsonSchemaOf(id).pattern;

/** Also one that may be `null`. */
export const isId = ({ pattern, anyOf = [] }: JsonSchema): boolean => pattern === ID || anyOf.some(isId);

/** Texts of every kind that patterns of fields require. */
// prettier-ignore
const TEXTS = ['a-1', 'b-2', 'c-3', '1', '2.50', '0.1', 'CNY', 'EUR', '09:00', '18:30', 'a@example.com', 'b@example.com'];

/** Some texts that fit a pattern; few, so that they collide. */
export const textsFor = ({ pattern = '' }: JsonSchema): readonly string[] =>
  TEXTS.filter((text) => new RegExp(pattern, 'u').test(text)).slice(0, 3);
