import type { QueryKey } from '@tanstack/react-query';
import type { LiveEvent } from './live.js';

/** Pages that show a record as it was when they were opened. */
const FIXED = ['audit', 'session'];

/** Whether what was read under a key may have changed with an event: it names the customer or the record. */
export const concerns = ([kind, ...parts]: QueryKey, { subject, subjects = [], stream }: LiveEvent): boolean =>
  !FIXED.includes(String(kind)) &&
  parts.some(
    (part) =>
      typeof part === 'string' &&
      part !== '' &&
      (part === subject || subjects.includes(part) || stream.endsWith(`-${part}`)),
  );

/** A customer as it was read, with those that are merged into it. */
export type Survivor = { readonly customerId: string; readonly merged: readonly { readonly customerId: string }[] };

/** An event of a merged customer is also about the customers that were read and have it. */
export const withSurvivors = (event: LiveEvent, read: readonly Survivor[]): LiveEvent => {
  const isAbout = (id: string) => id === event.subject || (event.subjects ?? []).includes(id);
  const survivors = read.filter(({ merged }) => merged.some(({ customerId }) => isAbout(customerId)));
  return { ...event, subjects: [...(event.subjects ?? []), ...survivors.map(({ customerId }) => customerId)] };
};
