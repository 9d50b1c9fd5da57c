import { buildMessage, ValidateBy } from 'class-validator';
import type { z } from 'zod';

/** The schemas that `@Fits` names, for the OpenAPI document: class → property → schema. */
export const fittedSchemas = new Map<object, Map<string, z.ZodType>>();

/** The value fits a schema of the contracts, so that a shape is written down once. The error says where it does not. */
export const Fits =
  (schema: z.ZodType): PropertyDecorator =>
  (target, property) => {
    const owner = target.constructor;
    const known = fittedSchemas.get(owner) ?? new Map<string, z.ZodType>();
    fittedSchemas.set(owner, known.set(String(property), schema));
    ValidateBy({
      name: 'fits',
      constraints: [schema],
      validator: {
        validate: (value: unknown) => schema.safeParse(value).success,
        defaultMessage: buildMessage((prefix, args) => {
          const issue = schema.safeParse(args?.value).error?.issues[0];
          const path = [args?.property, ...(issue?.path ?? [])].join('.');
          return `${prefix}${path}: ${issue?.message ?? 'does not fit'}`;
        }),
      },
    })(target, property);
  };

/** The schemas of a class and of what it extends, by property. */
export const fittedSchemasOf = (owner: object): ReadonlyMap<string, z.ZodType> => {
  const parent = Object.getPrototypeOf(owner) as object | null;
  return new Map([...(parent ? fittedSchemasOf(parent) : []), ...(fittedSchemas.get(owner) ?? [])]);
};
