import type { Identifier } from './decider.js';
import { NO_STREAM, RevisionConflict, type EventStore } from './event-store.js';
import type { Event, Origin, RecordedEvent } from './message.js';
import { Rejection } from './rejection.js';
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

  /**
   * Reserves all values or none. Throws a `Rejection` with the code `IdentifierTaken` if one belongs to another holder, who
   * is named only if it has the value, because a command in progress may still be refused.
   */
  async reserve(identifiers: readonly Identifier[], by: Claimant): Promise<void> {
    // Before any is reserved, so that a refused command leaves no trace unless it loses a race.
    if (identifiers.length > 1)
      for (const identifier of identifiers) await this.requireFree(identifier, await this.find(identifier), by);
    try {
      for (const identifier of identifiers) await this.reserveOne(identifier, by);
    } catch (error) {
      if (error instanceof Rejection) await this.giveBack(identifiers, by);
      throw error;
    }
  }

  /** Releases what a refused command has reserved, unless its holder has it by another command. */
  async giveBack(identifiers: readonly Identifier[], by: Claimant): Promise<void> {
    for (const identifier of identifiers) {
      const place = await this.find(identifier);
      if (isBy(place, by) && !(await this.holds(by.holder, identifier))) await this.release(place, identifier, by);
    }
  }

  private async reserveOne(identifier: Identifier, by: Claimant): Promise<void> {
    const place = await this.find(identifier);
    const { current } = place;
    if (isBy(place, by)) return;
    await this.requireFree(identifier, place, by);

    const { kind } = identifier;
    const isOthers = current !== undefined && current !== by.holder;
    const released = isOthers ? [reservation('IdentifierReleased', { kind, holder: current })] : [];
    // Also if the holder has it: a concurrent command that is about to release it must notice the new claim.
    const decided = [...released, reservation('IdentifierReserved', { kind, holder: by.holder })];
    if (!(await this.append(place, decided, by))) await this.reserveOne(identifier, by);
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

  /** A reservation that was never used does not count after the grace period. */
  private async requireFree(identifier: Identifier, { last, current }: Place, { holder: own }: Claimant) {
    if (current === undefined || current === own) return;
    const { kind, field = kind } = identifier;
    if (await this.holds(current, identifier)) identifierProblems.reject('IdentifierTaken', { field, holder: current });
    if (this.now() - Date.parse(last!.recordedAt) < GRACE) identifierProblems.reject('IdentifierTaken', { field });
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
