import type { RecordedEvent as WireEvent } from '@eventstore/db-client';
import { isOurs } from './envelope.js';

/** Which events a reader asks for: on the server by a pattern of their types, and once more here. */
export type Wanted = {
  readonly pattern: string;
  readonly has: (event: Pick<WireEvent, 'type' | 'streamId' | 'metadata'>) => boolean;
  /** Whether there may be long stretches with nothing of it. */
  readonly isRare: boolean;
};

/** What a reader gets: which events, and how many at most at once. */
export type Shape = {
  readonly wanted: Wanted;
  readonly batch: number;
  /** The log that those of the events belong to which do not say it themselves. */
  readonly logOf: (events: readonly WireEvent[]) => Promise<string>;
};

const OURS: Wanted = { pattern: '^[^$]', has: isOurs, isRare: false };

export const wantedOf = (types: readonly string[] | undefined): Wanted => {
  if (!types) return OURS;
  const known = new Set(types);
  const pattern = `^(${types.map((type) => type.replace(/[^\w]/g, '\\$&')).join('|')})$`;
  return { pattern, has: (event) => known.has(event.type) && isOurs(event), isRare: true };
};
