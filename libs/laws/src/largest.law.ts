import { keysOf, step, type Contract, type Event, type RecordedEvent } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import type { StateFold } from '@annals/slice';
import { recorded } from '@annals/testing';
import { costly, type Case, type Watch } from './cost.js';
import { hasEntries, idsOf, nthEvent } from './nth-event.js';

/** Folds the last event of a log, without effects; what it reads of the event and of what was before passes `watch`. */
type Folding = (log: readonly RecordedEvent[], watch: Watch) => () => unknown;

/** The rules and types of events that take too many steps or bytes for the entries of an event, after events like it. */
export const costlyStates = (folds: readonly StateFold[], contracts: readonly Contract[]): readonly string[] =>
  costly(
    folds.flatMap((fold) => {
      const known = contracts.filter(({ type }) => fold.types.includes(type));
      return casesOf(known, (log, watch) => {
        const state = watch(fold.after(log.slice(0, -1)));
        const event = watched(log.at(-1)!, watch);
        return () => fold.after([event], state);
      });
    }),
  );

/** The same for the documents of views. */
export const costlyDocuments = (views: readonly AnyProjection[], contracts: readonly Contract[]): readonly string[] =>
  costly(
    views.flatMap((view) => {
      const known = contracts.filter(({ type }) => type in view.on);
      return casesOf(known, (log, watch) => {
        const documents = new Map<string, object | null>();
        const after = (event: RecordedEvent, key: string) =>
          step(view, (documents.get(key) ?? null) as never, event, key);
        for (const event of log.slice(0, -1))
          for (const key of keysOf(view, event)) documents.set(key, after(event, key));
        for (const [key, document] of documents) documents.set(key, watch(document));
        const event = watched(log.at(-1)!, watch);
        return () => keysOf(view, event).map((key) => after(event, key));
      }).map((each) => ({ ...each, name: `${view.name}: ${each.name}` }));
    }),
  );

const watched = (event: RecordedEvent, watch: Watch): RecordedEvent => ({ ...event, data: watch(event.data) });

/** Each type of large events after each. */
const casesOf = (known: readonly Contract[], folding: Folding): readonly Case[] => {
  const large = known.filter(hasEntries);
  const begun = known.map((contract) => drawn(contract, 0, 1));
  return large.flatMap((first) =>
    large.map((second) => ({
      name: `${second.type} after ${first.type}`,
      prepared: (entries, watch) =>
        folding(recorded([...begun, drawn(first, 1, entries), drawn(second, 2, entries)]), watch),
    })),
  );
};

/** Cached, because validating data takes longer than folding it. */
const made = new Map<string, Event>();

export const drawn = (contract: Contract, n: number, entries: number): Event => {
  const name = `${contract.type}/${n}/${entries}`;
  const event = made.get(name) ?? nthEvent(contract, n, idsOf(1), entries);
  made.set(name, event);
  return event;
};
