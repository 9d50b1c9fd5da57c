import type { AllStreamRecordedEvent, RecordedEvent as WireEvent } from '@eventstore/db-client';
import { isOurs } from './envelope.js';

/** The events that a reader wants: filtered by the server with a pattern of types, and again here. */
export type Wanted = {
  readonly pattern: string;
  readonly has: (event: Pick<WireEvent, 'type' | 'streamId' | 'metadata'>) => boolean;
  /** Whether wanted events may be rare. */
  readonly isRare: boolean;
};

/** Which events a reader gets, and how many at once. */
export type Shape = {
  readonly wanted: Wanted;
  readonly batch: number;
  /** Receives what a reader of all types has read, with events of other programs. */
  readonly passed: (events: readonly AllStreamRecordedEvent[]) => void;
  /** The identity of the log for events without one. */
  readonly logOf: (events: readonly WireEvent[]) => Promise<string>;
};

const OURS: Wanted = { pattern: '^[^$]', has: isOurs, isRare: false };

export const wantedOf = (types: readonly string[] | undefined): Wanted => {
  if (!types) return OURS;
  const known = new Set(types);
  const pattern = `^(${types.map((type) => type.replace(/[^\w]/g, '\\$&')).join('|')})$`;
  return { pattern, has: (event) => known.has(event.type) && isOurs(event), isRare: true };
};
