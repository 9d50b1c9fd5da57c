import type { Words } from '@annals/event-sourcing';

const known = new Map<string, Words>();

/**
 * The message of a rule in a schema: the expected value, in words that can follow "Send", for example `a time of day such
 * as 08:30`. zod carries one text; `expectedIn` finds both languages by it.
 */
export const expected = (en: string, zh: string): string => {
  known.set(en, { en, zh });
  return en;
};

/** Both languages of a message; `undefined` if it was not made by `expected`. */
export const expectedIn = (message: string): Words | undefined => known.get(message);
