import { ValidateIf } from 'class-validator';

/** The field need not be there. Unlike with `@IsOptional`, `null` is a value, and has to be allowed like any other. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** The field has to be there, although the base of all commands has it as optional: a reason that is a part of the fact. */
export const Required = (): PropertyDecorator => ValidateIf(() => true);
