import {
  AppendTooLarge,
  HistoryIncomplete,
  NO_STREAM,
  OutcomeUnknown,
  RevisionConflict,
  type Receipt,
} from '@annals/event-sourcing';
import { StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import type { AppendResult } from '@eventstore/db-client';
import type { Append } from './append.js';
import { Appender } from './appender.js';
import type { Connection } from './connection.js';
import { numberOf, positionOf } from './envelope.js';
import { isRefusal, isTooLarge } from './failures.js';
import { patiently } from './patience.js';
import type { Reader } from './reading.js';

/** Serialises appends per stream, because calls may overtake each other on the way to the server. */
export class Writer {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly appender: Appender;

  constructor(
    private readonly connection: Connection,
    private readonly reader: Reader,
  ) {
    this.appender = new Appender(connection);
  }

  append(append: Append): Promise<Receipt> {
    const { stream } = append;
    const receipt = (this.last.get(stream) ?? Promise.resolve()).then(() => this.store(append));
    const done = receipt.then(nothing, nothing).then(() => {
      if (this.last.get(stream) === done) this.last.delete(stream);
    });
    this.last.set(stream, done);
    return receipt;
  }

  /** Retries while the outcome is unknown: events with the same ids at the same revision are stored once. */
  private async store(append: Append): Promise<Receipt> {
    let mayBeStored = false;
    const attempt = async () => {
      if (append.expected === NO_STREAM) await this.reader.expectNew(append.stream);
      return this.attempt(append).catch((error: unknown) => {
        mayBeStored ||= !isSettled(error);
        throw error;
      });
    };
    try {
      return await patiently(attempt, this.connection.patience, isSettled, this.connection.over);
    } catch (error) {
      throw mayBeStored && !(error instanceof RevisionConflict) ? new OutcomeUnknown(error) : error;
    }
  }

  private async attempt(append: Append): Promise<Receipt> {
    const { stream } = append;
    try {
      const result = await this.appender.send(append);
      this.reader.begun(stream);
      return await this.receipt(append, result);
    } catch (error) {
      if (error instanceof StreamDeletedError) throw new HistoryIncomplete(stream, 'deleted');
      if (isTooLarge(error)) throw new AppendTooLarge(stream, error);
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      return this.firstReceipt(append, error);
    }
  }

  private async receipt(
    { stream, expected, events }: Append,
    { nextExpectedRevision, position }: AppendResult,
  ): Promise<Receipt> {
    const revision = numberOf(nextExpectedRevision);
    // It was deleted between the look at it and the append.
    if (expected === NO_STREAM && revision >= events.length) throw new HistoryIncomplete(stream, 'deleted');
    if (position) return { stream, revision, position: positionOf({ position }) };
    const [event] = await this.reader.stream(stream, revision, { most: 1 }); // the answer to a repeated append may lack it
    return { stream, revision, position: positionOf({ position: event?.position }) };
  }

  /** The events stored at this revision may be those of this append. */
  private async firstReceipt({ stream, expected, events }: Append, error: WrongExpectedVersionError): Promise<Receipt> {
    const stored = await this.reader.stream(stream, expected + 1, { most: events.length });
    const last = stored.at(-1);
    if (last && events.every(({ id }, index) => stored[index]?.id === id))
      return { stream, revision: numberOf(last.revision), position: positionOf(last) };
    const { actualVersion } = error;
    throw new RevisionConflict(
      stream,
      expected,
      typeof actualVersion === 'bigint' ? numberOf(actualVersion) : NO_STREAM,
    );
  }
}

const isSettled = (error: unknown) =>
  [RevisionConflict, HistoryIncomplete, AppendTooLarge].some((kind) => error instanceof kind) || isRefusal(error);

const nothing = () => undefined;
