import type { Found } from '@annals/event-sourcing';
import { importFindings } from './import.problems.js';
import type { Json } from './json.js';

export const { finding } = importFindings;

/** A text is not what a transform needs. */
export class BadValue extends Error {
  constructor(readonly found: Found) {
    super(found.code);
  }
}

/** The text of a value for a transform; lists and objects have none. */
export const textOf = (value: Json): string => {
  if (value === null || typeof value === 'object') throw new BadValue(finding('BadValue'));
  return String(value);
};
