import { ValidateIf } from 'class-validator';

/** The field need not be there. Unlike with `@IsOptional`, `null` is a value, and has to be allowed like any other. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
