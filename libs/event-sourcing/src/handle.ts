import { storable } from './append-limit.js';
import { precede, stateInContext } from './context.js';
import { decideInDay } from './decide-in-day.js';
import { fold, type Decider } from './decider.js';
import { NO_STREAM, receiptOf, RevisionConflict, type EventStore, type Receipt } from './event-store.js';
import { identifierChanges, type GiveBack, type ReservationOptions } from './identifier-changes.js';
import type { Event, NewEvent, Origin, RecordedEvent } from './message.js';
import type { Revisions } from './named-users.js';
import { missedBy, PreconditionFailed } from './precondition.js';
import { Rejection } from './rejection.js';
import { fingerprinted, stamp, type Naming } from './stamp.js';
import { initially, stateOf, type Done } from './stream-state.js';
import { toldAgain, warned } from './warned.js';

/** The id belongs to another command. Nothing was stored. */
export class CommandIdReused extends Error {
  constructor(readonly commandId: string) {
    super(`${commandId} is the id of another command.`);
  }
}

export type HandleOptions = ReservationOptions & {
  /** The revision that the caller has seen; without it the command is decided on the current state. */
  readonly expectedRevision?: number | undefined;
  /** The stream cannot exist, because its id has just been made up: it is read only if the append finds it. */
  readonly isNew?: boolean;
  /**
   * Throws a `Rejection` if a user whom the command names is unknown, and returns the revisions that it read. Users who are
   * responsible for the record already are not judged again.
   */
  readonly expectUsers?: ((responsible: readonly string[]) => Promise<Revisions>) | undefined;
  /** The end of the day that begins at `occurredAt` of the origin, if only the day is known. */
  readonly dayEnds?: string | undefined;
  /** Maximum number of attempts after lost races. */
  readonly attempts?: number;
};

/**
 * Carries out a command: load, fold, decide, append; after a lost race it starts over with the newer events. Throws
 * `Rejection` when a rule refuses the command, `PreconditionFailed` when the caller's revision is not the latest,
 * `CommandIdReused` when the id belongs to another command, `RevisionConflict` when every attempt lost its race.
 */
export const handle = async <C extends { type: string }, S, E extends Event, X>(
  store: EventStore,
  decider: Decider<C, S, E, X>,
  command: C,
  origin: Origin,
  options: HandleOptions,
): Promise<Receipt> => {
  const lost: GiveBack[] = [];
  for (let left = options.attempts ?? 5; ; left -= 1) {
    try {
      return await attempt(store, decider, command, origin, { ...options, lost });
    } catch (error) {
      if (error instanceof RevisionConflict && left > 1) {
        options = { ...options, isNew: false };
        continue;
      }
      if (isRefused(error)) for (const giveBack of lost) await giveBack();
      throw error;
    }
  }
};

/** Whether nothing was stored; after another error, that is not known. */
const isRefused = (error: unknown) =>
  [Rejection, PreconditionFailed, CommandIdReused, RevisionConflict].some((kind) => error instanceof kind);

const attempt = async <C extends { type: string }, S, E extends Event, X>(
  store: EventStore,
  decider: Decider<C, S, E, X>,
  command: C,
  sent: Origin,
  {
    expectedRevision,
    isNew,
    lost,
    expectUsers,
    dayEnds: ends,
    ...options
  }: HandleOptions & { readonly lost: GiveBack[] },
): Promise<Receipt> => {
  const stream = decider.stream(command);
  const state = isNew ? Promise.resolve(initially(decider)) : stateOf(store, decider, stream);
  const { found, contextNow } = await stateInContext(store, decider, command, state);
  const { naming } = options;
  const done = found.done(sent.commandId);
  if (done) return toldAgain(store, decider, receiptOf(sameWish(done, sent, naming)));

  const { state: before, last = { stream, revision: NO_STREAM, position: 0 } } = found;
  const missed = await missedBy(store, last, expectedRevision, ownOf(decider, command));

  const { context, decidedOn } = await contextNow();
  const day = { begins: new Date(sent.occurredAt), ends };
  const { at, decided } = decideInDay(decider, command, before, context, day);
  missed?.(); // only now, so that a record that does not exist is refused as missing
  if (decided.length === 0) return receiptOf(last);
  const users = await expectUsers?.(partiesOf(decider, before));

  const occurredAt = at.toISOString();
  const origin = { ...sent, occurredAt };
  const after = fold(
    decider,
    decided.map((event) => ({ occurredAt, ...event })),
    before,
  );
  const unique = identifierChanges(store, decider, before, after, options);
  const by = { holder: stream, subject: decider.subject(decided[0]!.data), origin };
  const freed = await unique.freed();
  lost.push(await unique.reserve(by));
  const events = stamp(decided, stream, origin, decider.subject, naming);
  const stored = storable(withContext(events, { ...decidedOn, ...users }));
  await precede(store, decider, { command, decided, before, context, decidedOn }, { origin, naming });
  const receipt = await store.append(stream, last.revision, stored);
  for (const { place, identifier } of freed) await unique.release(place, identifier, by);
  return warned(receipt, decider, decided);
};

/** The events about the record of a command; `undefined` if all events of its stream are. */
const ownOf = <C extends { type: string }, S, E extends Event, X>({ record }: Decider<C, S, E, X>, command: C) => {
  if (!record) return undefined;
  const own = record(command);
  return ({ data }: RecordedEvent) => record(data) === own;
};

const partiesOf = <S>({ parties }: Pick<Decider<never, S, never>, 'parties'>, state: S) => parties?.(state) ?? [];

/** Events of older versions contain the digest without a key. */
const sameWish = (done: Done, origin: Origin, naming: Naming): Done => {
  const known = done.fingerprint !== undefined && origin.fingerprint !== undefined;
  const asStored = [origin.fingerprint, fingerprinted(origin, naming).fingerprint];
  if (known && !asStored.includes(done.fingerprint)) throw new CommandIdReused(origin.commandId);
  return done;
};

const withContext = (events: readonly NewEvent[], decidedOn: Revisions): readonly NewEvent[] =>
  Object.keys(decidedOn).length === 0 ? events : events.map((event) => ({ ...event, decidedOn }));
