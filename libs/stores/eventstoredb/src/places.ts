import { END, START, type AllStreamRecordedEvent } from '@eventstore/db-client';
import { isOurs, positionOf } from './envelope.js';
import type { Start } from './progress.js';
import { PAGE, type Reader } from './reading.js';

const FEW = 8; // events

/** The position of the last event of Annals. */
export class Head {
  private known = 0;
  private looked: Looked;

  constructor(private readonly reader: Reader) {}

  /** 0 for an empty log. Records of others after the last event of Annals are read only once. */
  async now(): Promise<number> {
    const page = await this.reader.backwards(END, FEW);
    const [newest] = page;
    if (!isSame(newest, this.looked)) this.known = await this.find(page);
    this.looked = newest;
    return this.known;
  }

  private async find(newest: readonly AllStreamRecordedEvent[]): Promise<number> {
    for (let page = newest, most = FEW; ; most = PAGE) {
      const found = page.find(isOurs);
      if (found) return positionOf(found);
      const end = page.at(-1);
      if (!end || page.length < most) return 0;
      if (await this.isKnownSince(end, newest[0]!)) return this.known;
      page = await this.reader.backwards(end.position, PAGE);
    }
  }

  /** Whether everything before a record has been looked at, and what was found is still there. */
  private async isKnownSince(record: AllStreamRecordedEvent, newest: AllStreamRecordedEvent): Promise<boolean> {
    const looked = this.looked ? positionOf(this.looked) : 0;
    const hasGoneBack = positionOf(newest) < looked; // a backup was restored
    if (hasGoneBack || positionOf(record) > looked) return false;
    return this.known === 0 || (await eventAt(this.reader, this.known)) !== undefined; // a scavenge may have removed it
  }
}

type Looked = AllStreamRecordedEvent | undefined;

/** Another log, such as a restored one, may have another record at the same position. */
const isSame = (one: Looked, other: Looked) => one?.id === other?.id && one?.position.commit === other?.position.commit;

/**
 * The last event at or before a position, `START` if there is none. EventStoreDB can only start at events: between two of
 * them it fails or skips one, while a stored checkpoint may be one more or less, or that of an event that was removed.
 */
export const anchor = async (reader: Reader, position: number): Promise<Start> => {
  if (position <= 0) return START;
  const next = await firstNear(reader, position);
  if (next && positionOf(next) === position) return next.position;
  const [before] = await reader.backwards(next?.position ?? END, 1);
  if (!before) return START;
  return positionOf(before) <= position ? before.position : scan(reader, position);
};

const firstNear = async (reader: Reader, position: number) =>
  (await firstFrom(reader, position)) ?? firstFrom(reader, position + 1);

const firstFrom = (reader: Reader, position: number) => {
  const bytes = BigInt(position);
  return reader.probe({ commit: bytes, prepare: bytes });
};

const eventAt = async (reader: Reader, position: number) => {
  const event = await firstFrom(reader, position);
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
