import { END, START, type AllStreamRecordedEvent, type Position } from '@eventstore/db-client';
import { isOurs, positionOf } from './envelope.js';
import type { Start } from './progress.js';
import { PAGE, type Reader } from './reading.js';

const FEW = 8; // events

/** The position of the last event of Annals. */
export class Head {
  private known = 0;
  private looked = 0;

  constructor(private readonly reader: Reader) {}

  /** 0 for an empty log. System records after the last event of Annals are read only once. */
  async now(): Promise<number> {
    let from: Position | typeof END = END;
    let newest: number | undefined;
    for (let most = FEW; ; most = PAGE) {
      const page: AllStreamRecordedEvent[] = await this.reader.backwards(from, most);
      newest ??= page[0] ? positionOf(page[0]) : 0;
      const known = this.knownIn(page, newest);
      if (known !== undefined || page.length < most) return this.remember(known ?? 0, newest);
      from = page.at(-1)!.position;
    }
  }

  private knownIn(page: readonly AllStreamRecordedEvent[], newest: number): number | undefined {
    const hasGoneBack = newest < this.looked; // a backup was restored
    for (const event of page) {
      if (isOurs(event)) return positionOf(event);
      if (!hasGoneBack && positionOf(event) <= this.looked) return this.known;
    }
    return undefined;
  }

  private remember(known: number, newest: number): number {
    this.known = known;
    this.looked = newest;
    return known;
  }
}

/**
 * The last event at or before a position, `START` if there is none. EventStoreDB can only start at events: between two of
 * them it fails or skips one, while a stored checkpoint may be one more or less.
 */
export const anchor = async (reader: Reader, position: number): Promise<Start> => {
  if (position <= 0) return START;
  const exact = await eventAt(reader, position);
  if (exact) return exact.position;
  const next = await eventAt(reader, position + 1);
  const [before] = await reader.backwards(next?.position ?? END, 1);
  if (!before) return START;
  return positionOf(before) <= position ? before.position : scan(reader, position);
};

const eventAt = async (reader: Reader, position: number) => {
  const bytes = BigInt(position);
  const event = await reader.probe({ commit: bytes, prepare: bytes });
  return event && positionOf(event) === position ? event : undefined;
};

const scan = async (reader: Reader, position: number): Promise<Start> => {
  let last: Start = START;
  for (;;) {
    const page: AllStreamRecordedEvent[] = await reader.forwards(last, PAGE);
    const before = page.filter((event) => positionOf(event) <= position);
    last = before.at(-1)?.position ?? last;
    if (before.length < PAGE) return last;
  }
};
