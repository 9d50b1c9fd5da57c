import type { Identifier } from './decider.js';
import { NO_STREAM, RevisionConflict, type EventStore } from './event-store.js';
import type { Event, Origin, RecordedEvent } from './message.js';
import { identifierProblems } from './reservation.problems.js';
import { stamp, type Naming } from './stamp.js';

export type Reservation = { readonly kind: string; readonly holder: string };
export type ReservationEvent = Event<'IdentifierReserved', Reservation> | Event<'IdentifierReleased', Reservation>;

/** The claimant of a value: the stream that will hold it, its customer, and the command. */
export type Claimant = { readonly holder: string; readonly subject: string; readonly origin: Origin };

/** How long a reservation is valid before the stream of its holder contains the value, because a command is in progress. */
const GRACE = 30_000; // ms

/** Whether the holder has the value now, according to its stream, not a read model. */
type Holds = (holder: string, identifier: Identifier) => Promise<boolean>;

/**
 * Uniqueness over streams. Each value has its own stream, which records its holder; the first append wins. A crash
 * between reservation and use leaves an unused reservation, which the next claimant takes over after a grace period.
 */
export class Reservations {
  constructor(
    private readonly store: EventStore,
    private readonly naming: Naming,
    private readonly holds: Holds,
    private readonly now: () => number = Date.now,
  ) {}

  /** Throws a `Rejection` with the code `IdentifierTaken` if the value belongs to another holder. */
  async reserve(identifier: Identifier, by: Claimant): Promise<void> {
    const place = await this.find(identifier);
    const { last, current } = place;
    if (isBy(place, by)) return;
    const isOthers = current !== undefined && current !== by.holder;
    if (isOthers) await this.refuseUnlessOrphan(identifier, current, last!.recordedAt);

    const { kind } = identifier;
    const released = isOthers ? [reservation('IdentifierReleased', { kind, holder: current })] : [];
    // Also if the holder has it: a concurrent command that is about to release it must notice the new claim.
    const decided = [...released, reservation('IdentifierReserved', { kind, holder: by.holder })];
    if (!(await this.append(place, decided, by))) await this.reserve(identifier, by);
  }

  /** Does nothing if the holder does not have it, or if it was claimed again since `place` was read. */
  async release(place: Place, { kind }: Identifier, by: Claimant): Promise<void> {
    if (place.current !== by.holder) return;
    await this.append(place, [reservation('IdentifierReleased', { kind, holder: by.holder })], by);
  }

  /** The current holder. */
  async find({ kind, value }: Identifier): Promise<Place> {
    const stream = `identifier-${this.naming.blind(`${kind}/${value}`)}`;
    const last = (await this.store.read(stream)).at(-1) as RecordedEvent<ReservationEvent> | undefined;
    return { stream, last, current: last?.type === 'IdentifierReserved' ? last.data.holder : undefined };
  }

  private async refuseUnlessOrphan(identifier: Identifier, current: string, since: string) {
    const pending = this.now() - Date.parse(since) < GRACE;
    if (pending || (await this.holds(current, identifier)))
      identifierProblems.reject('IdentifierTaken', { field: identifier.kind, holder: current });
  }

  /** Whether the append won. */
  private async append({ stream, last }: Place, decided: readonly ReservationEvent[], by: Claimant) {
    const revision = last?.revision ?? NO_STREAM;
    // The revision makes the ids differ when one command reserves, releases and reserves a value again.
    const events = stamp(decided, `${stream}/${revision}`, by.origin, () => by.subject, this.naming);
    try {
      await this.store.append(stream, revision, events);
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }
}

const isBy = ({ last, current }: Place, { holder, origin }: Claimant) =>
  current === holder && last?.commandId === origin.commandId;

/** The end of the stream of a value at the time it was read. */
export type Place = {
  readonly stream: string;
  readonly last: RecordedEvent<ReservationEvent> | undefined;
  readonly current: string | undefined;
};

const reservation = (type: ReservationEvent['type'], data: Reservation): ReservationEvent => ({
  type,
  schemaVersion: 1,
  data,
});
