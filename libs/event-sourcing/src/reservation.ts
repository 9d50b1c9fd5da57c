import type { Identifier } from './decider.js';
import { NO_STREAM, RevisionConflict, type EventStore } from './event-store.js';
import type { Origin } from './message.js';
import { Rejection } from './rejection.js';
import { identifierProblems } from './reservation.problems.js';
import { changeOf, placeOf, type Place, type ReservationEvent } from './reservation-place.js';
import { stamp, type Naming } from './stamp.js';

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

  /**
   * Reserves a value that its holder has already. If others have it, too, all of them are its holders from now on; those
   * that no longer have it are not. Returns whether there are others.
   */
  async reserveAnew(identifier: Identifier, by: Claimant): Promise<boolean> {
    const place = await this.find(identifier);
    const others = [...place.holders.keys()].filter((holder) => holder !== by.holder);
    const leaving = await this.goneAmong(others, identifier);
    const isHolder = place.holders.has(by.holder);
    if (isHolder && leaving.length === 0) return others.length > 0;
    const decided = changeOf(place, identifier.kind, { leaving, ...(isHolder ? {} : { coming: by.holder }) });
    const isStored = await this.append(place, decided, by);
    if (!isStored) return this.reserveAnew(identifier, by);
    const isKept = await this.holds(by.holder, identifier);
    if (!isKept) await this.release(await this.find(identifier), identifier, by); // a command has given it up meanwhile
    return isKept && leaving.length < others.length;
  }

  /** Those that no longer have the value. */
  private async goneAmong(holders: readonly string[], identifier: Identifier): Promise<readonly string[]> {
    const gone: string[] = [];
    for (const holder of holders) if (!(await this.holds(holder, identifier))) gone.push(holder);
    return gone;
  }

  private async reserveOne(identifier: Identifier, by: Claimant): Promise<void> {
    const place = await this.find(identifier);
    if (isBy(place, by)) return;
    await this.requireFree(identifier, place, by);

    const leaving = [...place.holders.keys()].filter((holder) => holder !== by.holder);
    // Also if the holder has it: a concurrent command that is about to release it must notice the new claim.
    const decided = changeOf(place, identifier.kind, { leaving, coming: by.holder });
    if (!(await this.append(place, decided, by))) await this.reserveOne(identifier, by);
  }

  /** Does nothing if the holder does not have it, or has claimed it again since `place` was read. */
  async release(place: Place, identifier: Identifier, by: Claimant): Promise<void> {
    const claim = place.holders.get(by.holder);
    if (claim === undefined) return;
    if (await this.append(place, changeOf(place, identifier.kind, { leaving: [by.holder] }), by)) return;
    const now = await this.find(identifier);
    if (now.holders.get(by.holder) === claim) await this.release(now, identifier, by);
  }

  /** The current holders. */
  find({ kind, value }: Identifier): Promise<Place> {
    return placeOf(this.store, `identifier-${this.naming.blind(`${kind}/${value}`)}`);
  }

  /** A reservation that was never used does not count after the grace period. */
  private async requireFree(identifier: Identifier, { last, holders }: Place, { holder: own }: Claimant) {
    const { kind, field = kind } = identifier;
    const others = [...holders.keys()].filter((holder) => holder !== own);
    for (const holder of others)
      if (await this.holds(holder, identifier)) identifierProblems.reject('IdentifierTaken', { field, holder });
    if (others.length > 0 && this.now() - Date.parse(last!.recordedAt) < GRACE)
      identifierProblems.reject('IdentifierTaken', { field });
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

const isBy = ({ last, holders }: Place, { holder, origin }: Claimant) =>
  holders.has(holder) && last?.commandId === origin.commandId;
