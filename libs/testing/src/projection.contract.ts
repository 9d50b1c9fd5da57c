import { fieldsOf, indexedFields, keysOf, project, step } from '@annals/event-sourcing';
import type { Event, Projection, RecordedEvent } from '@annals/event-sourcing';
import fc from 'fast-check';
import { recorded } from './recorded.js';

type Held<D> = { readonly document: D | null; readonly position: number };

/** Any log of these events, of at most 30. */
export const anyLogOf = (anyEvent: fc.Arbitrary<Event>): AnyLog =>
  fc.array(anyEvent, { maxLength: 30 }).map((events) => recorded(events));

export type AnyLog = fc.Arbitrary<readonly RecordedEvent[]>;

/** What makes it safe to stop a projection anywhere, to go on later, to get events again, or to build it anew. */
export const projectionContract = <E extends Event, D extends object>(projection: Projection<E, D>, anyLog: AnyLog) => {
  const anySplit = anyLog.chain((log) => fc.tuple(fc.constant(log), fc.nat({ max: log.length })));

  it('shows the same after any stop as after a rebuild', () =>
    fc.assert(
      fc.property(anySplit, ([log, at]) => {
        const live = project(projection, log.slice(at), project(projection, log.slice(0, at)));
        expect(live).toEqual(project(projection, log));
      }),
    ));

  it('shows the same when its documents come back from a store', () =>
    fc.assert(
      fc.property(anySplit, ([log, at]) => {
        const stored = project(projection, log.slice(0, at));
        const read = new Map([...stored].map(([id, document]) => [id, JSON.parse(JSON.stringify(document)) as D]));
        expect(project(projection, log.slice(at), read)).toEqual(project(projection, log));
      }),
    ));

  it('shows the same when events come again, since each document knows how far it is', () =>
    fc.assert(
      fc.property(anySplit, ([log, at]) => {
        const once = guarded(projection, log);
        expect(guarded(projection, log.slice(at), once)).toEqual(once);
        expect(alive(once)).toEqual(project(projection, log));
      }),
    ));

  it('never changes a document in place', () =>
    fc.assert(
      fc.property(anySplit, ([log, at]) => {
        const before = project(projection, log.slice(0, at));
        const copy = structuredClone(before);
        project(projection, log.slice(at), before);
        expect(before).toEqual(copy);
      }),
    ));

  it('touches each document once in an event', () =>
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const event of log) {
          const keys = keysOf(projection, event);
          expect(keys).toEqual([...new Set(keys)]);
        }
      }),
    ));

  it('looks documents up by fields that have one value', () => {
    const { fields = {}, indexes = [] } = projection;
    expect(indexes.flatMap(indexedFields).filter((name) => 'each' in (fields[name] ?? { each: null }))).toEqual([]);
  });

  it('gives every declared field of every document', () =>
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const document of project(projection, log).values()) {
          const values = Object.entries(fieldsOf(projection, document));
          expect(values.filter(([, value]) => ![value].flat().every(isScalar))).toEqual([]);
        }
      }),
    ));
};

const guarded = <E extends Event, D extends object>(
  projection: Projection<E, D>,
  log: readonly RecordedEvent[],
  from: ReadonlyMap<string, Held<D>> = new Map(),
): ReadonlyMap<string, Held<D>> => {
  const held = new Map(from);
  for (const event of log) {
    for (const key of keysOf(projection, event)) {
      const { document, position } = held.get(key) ?? { document: null, position: 0 };
      if (event.position > position)
        held.set(key, { document: step(projection, document, event, key), position: event.position });
    }
  }
  return held;
};

const alive = <D extends object>(held: ReadonlyMap<string, Held<D>>) =>
  new Map([...held].flatMap(([id, { document }]) => (document ? [[id, document] as const] : [])));

const isScalar = (value: unknown) =>
  value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
