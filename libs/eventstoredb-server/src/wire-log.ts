import { NO_STREAM, type EventStore } from '@annals/event-sourcing';
import { Queues } from './queues.js';
import { removable, removedIn, SCAVENGES } from './scavenging.js';
import { METADATA, metadataIn, readable, SOFT_DELETED } from './stream-metadata.js';
import { countAt, kept, STEP, recordOf, TOMBSTONE, wireRecord } from './wire-record.js';
import type { Turn } from './turn.js';
import type { Proposal, WireRecord } from './wire-record.js';

export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;

/** The end of a write. */
export type Spot = Pick<WireRecord, 'revision' | 'place'>;

export type Outcome =
  | { readonly is: 'stored'; readonly last: Spot }
  | { readonly is: 'conflict'; readonly current: number }
  | { readonly is: 'deleted' };

/** The streams of EventStoreDB on top of any event store with gapless positions. */
export class WireLog {
  private readonly queues = new Queues();
  private removed: ReadonlySet<bigint> = new Set();

  constructor(private readonly log: EventStore) {}

  /** Writes the records of a server that starts on an empty disk. */
  async prepare() {
    this.removed = await removedIn(this.log);
    if ((await this.log.head()) > 0) return;
    await this.write('$user-admin', NO_STREAM, [recordOf('$UserCreated', '{}')]);
    await this.write('$users', NO_STREAM, [recordOf('$User', '{}')]);
  }

  /** With `turn`, what is stored comes after what has the turn before it. */
  async append(stream: string, expected: Expected, proposals: readonly Proposal[], turn?: Turn): Promise<Outcome> {
    await turn?.mine;
    return this.queues.alone(stream, async () => {
      const records = await this.records(stream);
      if (records.at(-1)?.type === TOMBSTONE) return { is: 'deleted' };
      const isGone = (await metadataIn(this.log, stream)).$tb === SOFT_DELETED;
      const current = records.length - 1;
      const seen = isGone ? NO_STREAM : current;
      if (!fits(expected, seen) && expected !== current) return repetition(records, expected, proposals, seen);
      if (isGone) await this.truncate(stream, current + 1);
      const stored = this.write(stream, current, proposals);
      turn?.pass();
      return { is: 'stored', last: await stored };
    });
  }

  /** Soft deletion: the stream reads as missing and may be recreated. */
  remove(stream: string, expected: Expected): Promise<Outcome> {
    return this.ifFits(stream, expected, () => this.truncate(stream, SOFT_DELETED));
  }

  /** Permanent deletion. */
  tombstone(stream: string, expected: Expected): Promise<Outcome> {
    return this.ifFits(stream, expected, (current) => this.write(stream, current, [recordOf(TOMBSTONE, '{}')]));
  }

  /** Removes what is unreadable from `$all`; all other positions stay. */
  async scavenge() {
    const removed = (await removable(this.log)).filter((place) => !this.removed.has(place)).map(String);
    await this.append(SCAVENGES, 'any', [recordOf('$scavengeCompleted', JSON.stringify({ removed }))]);
    this.removed = await removedIn(this.log);
  }

  /** The readable records of a stream, or only its tombstone; `undefined` for a stream that does not exist or is soft-deleted. */
  async visible(stream: string): Promise<readonly WireRecord[] | undefined> {
    return readable(await this.records(stream), await metadataIn(this.log, stream));
  }

  /** Whether a scavenge has removed the record that began here. */
  isRemoved(place: bigint): boolean {
    return this.removed.has(place);
  }

  async *between(after: bigint, upto: bigint): AsyncGenerator<WireRecord, void> {
    if (after >= upto) return;
    for await (const batch of this.log.readAll(countAt(after)))
      for (const record of batch.map(wireRecord)) {
        if (record.place > upto) return;
        if (!this.isRemoved(record.place)) yield record;
      }
  }

  async *follow(after: bigint, signal: AbortSignal): AsyncGenerator<readonly WireRecord[], void> {
    for await (const batch of this.log.follow(countAt(after), signal, { batch: 32 }))
      yield batch.map(wireRecord).filter(({ place }) => !this.isRemoved(place));
  }

  /** The position of the last record. */
  async end(): Promise<bigint> {
    return BigInt(await this.log.head()) * STEP;
  }

  private async records(stream: string): Promise<readonly WireRecord[]> {
    return (await this.log.read(stream)).map(wireRecord);
  }

  private async truncate(stream: string, $tb: number): Promise<Spot> {
    const metadata = METADATA.stream(stream);
    const { length } = await this.log.read(metadata);
    const before = await metadataIn(this.log, stream);
    return this.write(metadata, length - 1, [recordOf(METADATA.type, JSON.stringify({ ...before, $tb }))]);
  }

  private ifFits(stream: string, expected: Expected, act: (current: number) => Promise<Spot>): Promise<Outcome> {
    return this.queues.alone(stream, async () => {
      const records = await this.records(stream);
      const current = records.length - 1;
      if (records.at(-1)?.type === TOMBSTONE) return { is: 'deleted' };
      return fits(expected, current) ? { is: 'stored', last: await act(current) } : { is: 'conflict', current };
    });
  }

  private async write(stream: string, current: number, proposals: readonly Proposal[]): Promise<Spot> {
    const { revision, position } = await this.log.append(stream, current, proposals.map(kept));
    return { revision, place: BigInt(position) * STEP };
  }
}

const fits = (expected: Expected, current: number): boolean => {
  if (expected === 'any') return true;
  if (expected === 'stream_exists') return current !== NO_STREAM;
  return (expected === 'no_stream' ? NO_STREAM : expected) === current;
};

/** Whether the same events were already stored at the expected revision. */
const repetition = (
  records: readonly WireRecord[],
  expected: Expected,
  proposals: readonly Proposal[],
  current: number,
): Outcome => {
  const stored = records.slice(typeof expected === 'number' ? expected + 1 : 0);
  const last = stored[proposals.length - 1];
  const isSame = proposals.every(({ id }, index) => stored[index]?.id === id);
  return isSame && last ? { is: 'stored', last } : { is: 'conflict', current };
};
