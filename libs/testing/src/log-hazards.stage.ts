import { NO_STREAM, type EventStore } from '@annals/event-sourcing';
import { named, namesOf } from './new-event.js';
import { until } from './running.js';

/** An act on what stores a log, by its administrator, by itself or by another program. */
export type Act<A extends readonly unknown[] = []> = (...args: A) => Promise<unknown>;

/** A log, and what may happen to it without Annals; a store names the acts that are possible there. */
export type Endangered = {
  readonly store: EventStore;
  readonly acts: {
    /** Another program writes an event with data of its own to a stream. */
    readonly foreign?: Act<[stream: string]>;
    /** What stores the log adds a record of its own behind the last event. */
    readonly ownRecord?: Act;
    /** What stores the log links to the first event of a stream. */
    readonly link?: Act<[stream: string]>;
    /** Events before a revision are deleted. */
    readonly truncate?: Act<[stream: string, before: number]>;
    /** The last events of a stream alone are kept. */
    readonly limit?: Act<[stream: string, kept: number]>;
    /** A stream is deleted, and might be written again; or for ever. */
    readonly remove?: Act<[stream: string]>;
    readonly tombstone?: Act<[stream: string]>;
    /** What was deleted is removed from the whole log. */
    readonly scavenge?: Act;
    /** Nothing is answered until it thaws. */
    readonly freeze?: Act;
    readonly thaw?: Act;
    /** The user may neither read nor write a stream. */
    readonly deny?: Act<[stream: string]>;
    /** Appends of more bytes are refused from now on. */
    readonly shrink?: Act<[bytes: number]>;
  };
};

export type Name = keyof Endangered['acts'];

export type Test = (title: string, test: () => Promise<void>) => void;

/** A log for each test, and what the tests do with it. */
export const hazardsStage = (names: readonly Name[], newLog: () => Promise<Endangered>) => {
  let store: EventStore;
  let acts: Required<Endangered['acts']>;
  let stops: AbortController[];

  beforeEach(async () => {
    const endangered = await newLog();
    store = endangered.store;
    acts = endangered.acts as Required<Endangered['acts']>;
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops) stop.abort();
    await store.close();
  });

  /** A test that is part of the contract where all of these acts are possible. */
  const where = (...needed: readonly Name[]): Test =>
    needed.every((name) => names.includes(name)) ? it : () => undefined;

  const append = (stream: string, ...those: readonly string[]) =>
    store.append(
      stream,
      NO_STREAM,
      those.map((name) => named(name)),
    );
  const namesAfter = async (position: number) => namesOf((await Array.fromAsync(store.readAll(position))).flat());

  /** Names that arrive, from a position on. */
  const follow = (after: number) => {
    const stop = new AbortController();
    stops.push(stop);
    const heard: string[] = [];
    void (async () => {
      for await (const batch of store.follow(after, stop.signal)) heard.push(...namesOf(batch));
    })();
    return (count: number) => until(() => heard.length >= count).then(() => heard);
  };

  /** A log of these events is what it was: its end, from every position on, and for those who follow. */
  const isUnchanged = async (...wanted: readonly string[]) => {
    const events = (await Array.fromAsync(store.readAll(0))).flat();
    expect(namesOf(events)).toEqual(wanted);
    expect(await store.head()).toBe(events.at(-1)?.position ?? 0);
    for (const [index, { position }] of events.entries()) {
      expect(await namesAfter(position)).toEqual(wanted.slice(index + 1));
      expect(await namesAfter(position - 1)).toEqual(wanted.slice(index));
    }
    const heard = follow(0);
    await append(`after ${wanted.join()}`, 'new');
    expect(await heard(wanted.length + 1)).toEqual([...wanted, 'new']);
  };

  return {
    where,
    append,
    namesAfter,
    follow,
    isUnchanged,
    get store() {
      return store;
    },
    get acts() {
      return acts;
    },
  };
};
