import { Transform } from 'class-transformer';

const COMMA = /(?<!\\),/;

/** The values of a parameter that is a list: separated by commas or repeated. A comma within a value is written `\,`. */
export const listIn = (parameter: string | readonly string[]): readonly string[] =>
  [parameter].flat().flatMap((text) => text.split(COMMA).map((value) => value.replaceAll('\\,', ',')));

/** A value as `listIn` reads it. */
export const listed = (value: string): string => value.replaceAll(',', '\\,');

/** Reads a parameter as `listIn` does. What is no text is left to the rules of the parameter. */
export const ValueList = (): PropertyDecorator =>
  Transform(({ value }: { readonly value: unknown }) => (isTexts(value) ? listIn(value) : value));

const isTexts = (value: unknown): value is string | readonly string[] =>
  [value].flat().every((text) => typeof text === 'string');
