import { buildMessage, ValidateBy, type ValidationArguments } from 'class-validator';
import type { z } from 'zod';

/**
 * Validates a property against a schema of the contracts, so that a shape is written once. The property gets the parsed
 * value, so that input is parsed once. The message names the place of an error.
 */
export const Fits = (schema: z.ZodType): PropertyDecorator =>
  ValidateBy({
    name: 'fits',
    constraints: [schema],
    validator: {
      validate: (value: unknown, args?: ValidationArguments) => {
        const { success, data } = schema.safeParse(value);
        if (success && data !== value) (args!.object as Record<string, unknown>)[args!.property] = data;
        return success;
      },
      defaultMessage: buildMessage((prefix, args) => {
        const issue = schema.safeParse(args?.value).error?.issues[0];
        const path = [args?.property, ...(issue?.path ?? [])].join('.');
        return `${prefix}${path}: ${issue?.message ?? 'does not fit'}`;
      }),
    },
  });
