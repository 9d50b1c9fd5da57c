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
