import type { JSONEventData } from '@eventstore/db-client';

export type Append = {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly JSONEventData[];
};
