import type { Connection } from './connection.js';
import type { LogRecord } from './log-record.js';
import type { Reader } from './reading.js';
import { readRaw } from './raw-read.js';
import { END, type AllStreamRecordedEvent } from '@eventstore/db-client';

const MOST = 1_000; // records that one look goes through
const OWN = 250; // appends without a look in between
const REST = 1_000; // ms without a look after one that has failed, or had too much to go through

type Place = Pick<AllStreamRecordedEvent, 'id' | 'position'>;

/**
 * The end of the log, as of the last look at it. A look reads from the leader everything that was appended since the last one, and
 * serves every caller that waits for it: streams that were known up to the last look are then known as they were when this one
 * began. `seen` gets the records in their order; `lost` is called when some may be missing, as after a restored backup or a failure.
 */
export class LogTail {
  private place: Place | undefined;
  private looking: Promise<unknown> = Promise.resolve();
  private next: Promise<boolean> | undefined;
  private appended = 0;
  private restsUntil = 0;

  constructor(
    private readonly connection: Connection,
    private readonly reader: Reader,
    private readonly seen: (record: LogRecord) => void,
    private readonly lost: () => void,
  ) {}

  /** Whether the log is being looked through, from some place on. */
  get isOn(): boolean {
    return this.place !== undefined;
  }

  /** Whether `seen` has got everything that was in the log when this was called. Begins where the log ends if it is off. */
  reached(): Promise<boolean> {
    this.next ??= this.looking.then(() => {
      this.looking = this.next!;
      this.next = undefined;
      return this.look();
    });
    return this.next;
  }

  /** This process has appended: now and then that is looked through, so that there is never too much. */
  hasAppended(): void {
    this.appended += 1;
    if (this.isOn && this.appended >= OWN) void this.reached();
  }

  private async look(): Promise<boolean> {
    this.appended = 0;
    try {
      return this.place ? this.pass(await readRaw(this.connection, this.place.position, MOST + 1)) : await this.begin();
    } catch {
      return this.lose(); // the read of a stream that follows says why
    }
  }

  private async begin(): Promise<false> {
    if (performance.now() < this.restsUntil) return false;
    [this.place] = await this.reader.backwards(END, 1);
    return false;
  }

  private pass([first, ...records]: readonly LogRecord[]): boolean {
    if (first?.id !== this.place!.id || records.length === MOST) return this.lose();
    for (const record of records) this.seen(record);
    this.place = records.at(-1) ?? this.place;
    return true;
  }

  private lose(): false {
    this.place = undefined;
    this.restsUntil = performance.now() + REST;
    this.lost();
    return false;
  }
}
