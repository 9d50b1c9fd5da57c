import { CommandIdReused, type Origin } from '@annals/event-sourcing';

const REMEMBERED = 100_000; // command ids

type Request = { readonly fingerprint: string; readonly count: number; readonly done: boolean };

/**
 * The requests behind recent command ids, over all streams and while they are being carried out. The log knows them
 * permanently, but only after they are stored, and only on the stream of the command.
 */
export class IdempotencyKeys {
  private readonly keys = new Map<string, Request>();

  constructor(private readonly remembered = REMEMBERED) {}

  /** Throws `CommandIdReused` if the id belongs to another request. The id of a failed command is released. */
  async once<T>({ commandId, fingerprint }: Origin, carryOut: () => Promise<T>): Promise<T> {
    if (fingerprint === undefined) return carryOut();
    this.begin(commandId, fingerprint);
    try {
      const result = await carryOut();
      this.end(commandId, true);
      return result;
    } catch (error) {
      this.end(commandId, false);
      throw error;
    }
  }

  private begin(commandId: string, fingerprint: string) {
    const known = this.keys.get(commandId);
    if (known && known.fingerprint !== fingerprint) throw new CommandIdReused(commandId);
    this.keys.set(commandId, { fingerprint, count: (known?.count ?? 0) + 1, done: known?.done ?? false });
    if (this.keys.size > this.remembered) this.keys.delete(this.keys.keys().next().value!);
  }

  private end(commandId: string, succeeded: boolean) {
    const known = this.keys.get(commandId);
    if (!known) return; // forgotten meanwhile
    const request = { ...known, count: known.count - 1, done: known.done || succeeded };
    if (request.done || request.count > 0) this.keys.set(commandId, request);
    else this.keys.delete(commandId);
  }
}
