import type { Identifier } from './decider.js';
import { NO_STREAM, RevisionConflict, type EventStore } from './event-store.js';
import type { Event, Origin, RecordedEvent } from './message.js';
import { reject } from './rejection.js';
import { stamp, type Naming } from './stamp.js';

export type Reservation = { readonly kind: string; readonly holder: string };
export type ReservationEvent =
  | Event<'IdentifierReserved', Reservation>
  | Event<'IdentifierReleased', Reservation>;

/** How long a reservation counts although its holder's stream does not show the value yet: a command is under way. */
const GRACE = 30_000; // ms

/** Asks a holder's own stream, not a read model, whether it has the value now. */
type Holds = (holder: string, identifier: Identifier) => Promise<boolean>;

/**
 * Uniqueness over streams. Each value has a stream of its own, which says who holds it; whoever appends first
 * has it. A crash between reservation and use leaves a reservation that its holder does not use: after a grace
 * period the next one to ask takes it over.
 */
export class Reservations {
  constructor(
    private readonly store: EventStore,
    private readonly naming: Naming,
    private readonly holds: Holds,
  ) {}

  /** Throws `Rejection` with the code `IdentifierTaken` if somebody else has it. */
  async reserve(identifier: Identifier, holder: string, subject: string, origin: Origin): Promise<void> {
    const { stream, events } = await this.read(identifier);
    const last = events.at(-1);
    const current = last?.type === 'IdentifierReserved' ? last.data.holder : undefined;
    if (current === holder) return;
    if (last && current) await this.refuseUnlessOrphan(identifier, current, last.recordedAt);

    const { kind } = identifier;
    const released = current ? [reservation('IdentifierReleased', { kind, holder: current })] : [];
    const decided = [...released, reservation('IdentifierReserved', { kind, holder })];
    await this.append(stream, last?.revision, decided, subject, origin, () =>
      this.reserve(identifier, holder, subject, origin),
    );
  }

  /** Silent if the holder does not have it. */
  async release(identifier: Identifier, holder: string, subject: string, origin: Origin): Promise<void> {
    const { stream, events } = await this.read(identifier);
    const last = events.at(-1);
    if (last?.type !== 'IdentifierReserved' || last.data.holder !== holder) return;
    const decided = [reservation('IdentifierReleased', { kind: identifier.kind, holder })];
    await this.append(stream, last.revision, decided, subject, origin, () =>
      this.release(identifier, holder, subject, origin),
    );
  }

  private async read({ kind, value }: Identifier) {
    const stream = `identifier-${this.naming.blind(`${kind}/${value}`)}`;
    return { stream, events: (await this.store.read(stream)) as readonly RecordedEvent<ReservationEvent>[] };
  }

  private async refuseUnlessOrphan(identifier: Identifier, current: string, since: string) {
    const pending = Date.now() - Date.parse(since) < GRACE;
    if (pending || (await this.holds(current, identifier)))
      reject('IdentifierTaken', { field: identifier.kind, holder: current });
  }

  private async append(
    stream: string,
    revision = NO_STREAM,
    decided: readonly ReservationEvent[],
    subject: string,
    origin: Origin,
    again: () => Promise<void>,
  ) {
    // The revision makes the ids differ when one command reserves, releases and reserves a value again.
    const events = stamp(decided, `${stream}/${revision}`, origin, () => subject, this.naming);
    try {
      await this.store.append(stream, revision, events);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      await again();
    }
  }
}

const reservation = (type: ReservationEvent['type'], data: Reservation): ReservationEvent => ({
  type,
  schemaVersion: 1,
  data,
});
