import type { Json } from './json.js';

/** A text is not what a transform needs. `code` is for programs, the message for people. */
export class BadValue extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The text behind a value that a transform takes; a list or an object has none. */
export const textOf = (value: Json): string => {
  if (value === null || typeof value === 'object') throw new BadValue('BadValue', 'A list or an object is not a text');
  return String(value);
};
