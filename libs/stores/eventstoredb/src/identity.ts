import { NO_STREAM, RevisionConflict, type NewEvent, type RecordedEvent } from '@annals/event-sourcing';
import type { RecordedEvent as WireEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { isMarked, LOG_STREAM, marked, proposalOf, recorded } from './envelope.js';
import { Unreadable } from './failures.js';
import type { Reader } from './reading.js';
import type { Writer } from './writing.js';

/** The identity of the log, stored in a separate stream that is not part of the log; its last event is valid. */
export class Identity {
  private known: Promise<string> | undefined;

  constructor(
    private readonly reader: Reader,
    private readonly writer: Writer,
  ) {}

  /** Creates an identity if there is none. */
  get(): Promise<string> {
    const found = (this.known ??= this.find());
    found.catch(() => (this.known = undefined));
    return found;
  }

  /** The same for events of which some may have no mark; empty if each has one. */
  async ofAll(events: readonly WireEvent[]): Promise<string> {
    return events.every(isMarked) ? '' : this.get();
  }

  /** Events as this log returns them. */
  async recorded(events: readonly WireEvent[]): Promise<readonly RecordedEvent[]> {
    const log = await this.ofAll(events);
    return events.map((event) => recorded(event, log));
  }

  /** Adopts the identity of the log that is copied here. */
  async adopt(identity: string): Promise<void> {
    const { last, revision } = await this.last();
    if (last !== identity) await this.say(identity, revision);
    this.known = Promise.resolve(identity);
  }

  private async find(): Promise<string> {
    const { last, revision } = await this.last();
    if (last !== undefined) return last;
    try {
      const identity = randomUUID();
      await this.say(identity, revision);
      return identity;
    } catch (error) {
      if (error instanceof RevisionConflict) return this.find(); // another process was faster
      throw error;
    }
  }

  private async last() {
    const event = (await this.reader.stream(LOG_STREAM)).at(-1);
    if (!event) return { last: undefined, revision: NO_STREAM };
    const { identity } = event.data as { readonly identity?: unknown };
    if (typeof identity !== 'string') throw new Unreadable(`${LOG_STREAM} does not say which log it is.`);
    return { last: identity, revision: Number(event.revision) };
  }

  private say(identity: string, expected: number) {
    const begun = { ...origin(), type: 'LogBegun', schemaVersion: 1, subject: '@log', data: { identity } };
    return this.writer.append({ stream: LOG_STREAM, expected, events: [marked(proposalOf(begun), identity)] });
  }
}

/** The metadata that older versions require: they would stop at an event that they cannot read. */
const origin = (): Omit<NewEvent, 'type' | 'schemaVersion' | 'subject' | 'data'> => {
  const commandId = randomUUID();
  const by = { actor: 'annals', source: 'annals', occurredAt: new Date().toISOString() };
  return { ...by, id: randomUUID(), commandId, correlationId: commandId, causationId: commandId };
};
