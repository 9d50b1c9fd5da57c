import { NO_STREAM, RevisionConflict, type NewEvent } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { LOG_STREAM, marked, proposalOf } from './envelope.js';
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
