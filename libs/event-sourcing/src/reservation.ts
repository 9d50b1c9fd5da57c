import type { Identifier } from './decider.js';
import { NO_STREAM, RevisionConflict, type EventStore } from './event-store.js';
import type { Event, Origin, RecordedEvent } from './message.js';
import { identifierProblems } from './reservation.problems.js';
import { stamp, type Naming } from './stamp.js';

export type Reservation = { readonly kind: string; readonly holder: string };
export type ReservationEvent = Event<'IdentifierReserved', Reservation> | Event<'IdentifierReleased', Reservation>;

/** Who asks for a value: the stream that will hold it, the customer that it is about, and the command behind it. */
export type Claimant = { readonly holder: string; readonly subject: string; readonly origin: Origin };

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
  async reserve(identifier: Identifier, by: Claimant): Promise<void> {
    const place = await this.find(identifier);
    const { last, current } = place;
    if (isBy(place, by)) return;
    const isOthers = current !== undefined && current !== by.holder;
    if (isOthers) await this.refuseUnlessOrphan(identifier, current, last!.recordedAt);

    const { kind } = identifier;
    const released = isOthers ? [reservation('IdentifierReleased', { kind, holder: current })] : [];
    // Also if the holder has it: a command under way that is about to free it has to find it wanted again.
    const decided = [...released, reservation('IdentifierReserved', { kind, holder: by.holder })];
    if (!(await this.append(place, decided, by))) await this.reserve(identifier, by);
  }

  /** Silent if the holder does not have it, or if anybody has asked for it since `place` was found. */
  async release(place: Place, { kind }: Identifier, by: Claimant): Promise<void> {
    if (place.current !== by.holder) return;
    await this.append(place, [reservation('IdentifierReleased', { kind, holder: by.holder })], by);
  }

  /** Who has it now. */
  async find({ kind, value }: Identifier): Promise<Place> {
    const stream = `identifier-${this.naming.blind(`${kind}/${value}`)}`;
    const last = (await this.store.read(stream)).at(-1) as RecordedEvent<ReservationEvent> | undefined;
    return { stream, last, current: last?.type === 'IdentifierReserved' ? last.data.holder : undefined };
  }

  private async refuseUnlessOrphan(identifier: Identifier, current: string, since: string) {
    const pending = Date.now() - Date.parse(since) < GRACE;
    if (pending || (await this.holds(current, identifier)))
      identifierProblems.reject('IdentifierTaken', { field: identifier.kind, holder: current });
  }

  /** Whether nobody else was faster. */
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

/** The end of an identifier's stream as somebody saw it. */
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
