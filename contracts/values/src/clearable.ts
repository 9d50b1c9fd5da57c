import { z } from 'zod';

export type Clearable<Shape extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Shape]: Shape[Name] extends z.ZodOptional<infer Inner extends z.ZodType>
    ? z.ZodOptional<z.ZodNullable<Inner>>
    : z.ZodOptional<Shape[Name]>;
};

/** The fields of a change: what is left out stays; `null` removes a value that may be missing. */
export const clearable = <Shape extends Readonly<Record<string, z.ZodType>>>(shape: Shape): Clearable<Shape> =>
  Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [
      name,
      schema instanceof z.ZodOptional ? nullable(schema).optional() : schema.optional(),
    ]),
  ) as Clearable<Shape>;

export type Nullable<Shape extends Readonly<Record<string, z.ZodOptional>>> = {
  readonly [Name in keyof Shape]: z.ZodNullable<ReturnType<Shape[Name]['unwrap']>>;
};

/** Optional fields of an event as those of an answer, where `null` is what is not known. */
export const nullables = <Shape extends Readonly<Record<string, z.ZodOptional>>>(shape: Shape): Nullable<Shape> =>
  Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, nullable(schema)] as const),
  ) as Nullable<Shape>;

const nullable = (schema: z.ZodOptional) => {
  const inner = schema.unwrap() as z.ZodType;
  return inner.nullable().meta(inner.meta() ?? {});
};
