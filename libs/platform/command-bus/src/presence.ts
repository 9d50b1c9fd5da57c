import { ValidateIf } from 'class-validator';

/** The field is optional. Unlike with `@IsOptional`, `null` is a value that must be allowed explicitly. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
