import { contextStreams, fold, type ContextStream, type Decider, type Foldable } from './decider.js';
import { NO_STREAM, type EventStore } from './event-store.js';
import type { Event, Origin } from './message.js';
import type { Revisions } from './named-users.js';
import { stamp, type Naming } from './stamp.js';
import { stateOf } from './stream-state.js';

type Known<X> = { readonly context: X; readonly decidedOn?: Revisions };

type InContext<C, S, X> = { readonly context?: ContextStream<C, S, X> | undefined };

/** What the rules need of other streams, and the revisions that it is of. */
export const contextOf = async <C, S, X>(
  store: EventStore,
  { context }: InContext<C, S, X>,
  command: C,
  state: S,
): Promise<Known<X>> => {
  const streams = contextStreams(context, command, state);
  if (streams.length === 0) return { context: context?.initial as X };
  return withFurther(store, context!, { command, state }, await contextIn(store, context!, streams));
};

/** The same, read at the same time as the state of the record: most of the time its streams follow from the command alone. */
export const stateInContext = async <C, S, X, T extends { readonly state: S }>(
  store: EventStore,
  decider: InContext<C, S, X> & Pick<Foldable<S>, 'initial'>,
  command: C,
  reading: Promise<T>,
): Promise<{ readonly found: T; readonly contextNow: () => Promise<Known<X>> }> => {
  const { context, initial } = decider;
  const guessed = contextStreams(context, command, initial);
  const early = guessed.length === 0 ? undefined : contextIn(store, context!, guessed);
  early?.catch(() => undefined); // awaited where it is needed
  const found = await reading;
  const contextNow = async () => {
    const { state } = found;
    const isGuessed = contextStreams(context, command, state).join('\n') === guessed.join('\n');
    if (!early || !isGuessed) return contextOf(store, decider, command, state);
    return withFurther(store, context!, { command, state }, await early);
  };
  return { found, contextNow };
};

type Asked<C, S> = { readonly command: C; readonly state: S };

/** Also with the streams of which the first ones tell. */
const withFurther = async <C, S, X>(
  store: EventStore,
  context: ContextStream<C, S, X>,
  { command, state }: Asked<C, S>,
  first: Known<X>,
): Promise<Known<X>> => {
  const further = context.further?.(first.context, command, state) ?? [];
  if (further.length === 0) return first;
  const more = await joinedContext(store, context, further);
  return {
    context: context.join!(first.context, more.context),
    decidedOn: { ...first.decidedOn, ...more.decidedOn },
  };
};

const contextIn = async <X>(store: EventStore, context: Joinable<X>, streams: readonly string[]): Promise<Known<X>> => {
  if (streams.length > 1) return (context.join ? joinedContext : contextOfAll)(store, context, streams);
  const { state: known, last } = await stateOf(store, context, streams[0]!);
  return { context: known, decidedOn: { [streams[0]!]: last?.revision ?? NO_STREAM } };
};

/** Of several streams: the events of one after those of the other. */
const contextOfAll = async <X>(store: EventStore, context: Foldable<X>, streams: readonly string[]) => {
  const histories = await Promise.all(streams.map((stream) => store.read(stream)));
  const revisions = streams.map((stream, index) => [stream, histories[index]!.at(-1)?.revision ?? NO_STREAM] as const);
  return { context: fold(context, histories.flat()), decidedOn: Object.fromEntries(revisions) };
};

/** Streams without events are left out of `decidedOn`: there may be many. */
const joinedContext = async <X>(store: EventStore, context: Joinable<X>, streams: readonly string[]) => {
  const states = await Promise.all(streams.map((stream) => stateOf(store, context, stream)));
  const revisions = states.flatMap(({ last }) => (last ? [[last.stream, last.revision] as const] : []));
  const joined = states.map(({ state }) => state).reduce((one, other) => context.join!(one, other));
  return { context: joined, decidedOn: Object.fromEntries(revisions) };
};

type Joinable<X> = Foldable<X> & Pick<ContextStream<never, never, X>, 'join'>;

type Decided<C, S, E, X> = {
  readonly command: C;
  readonly decided: readonly E[];
  readonly before: S;
  readonly context: X;
  readonly decidedOn?: Revisions | undefined;
};

/** Appends what a stream of the context must have before the decided events. Throws `RevisionConflict`. */
export const precede = async <C extends { type: string }, S, E extends Event, X>(
  store: EventStore,
  { preceding, subject }: Decider<C, S, E, X>,
  { command, decided, before, context, decidedOn }: Decided<C, S, E, X>,
  { origin, naming }: { readonly origin: Origin; readonly naming: Naming },
): Promise<void> => {
  const first = preceding?.(command, decided, before, context);
  if (!first) return;
  const { stream, events } = first;
  await store.append(stream, decidedOn?.[stream] ?? NO_STREAM, stamp(events, stream, origin, subject, naming));
};
