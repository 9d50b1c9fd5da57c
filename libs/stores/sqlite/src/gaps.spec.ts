import { Inspection, type LogFault, type RecordedEvent } from '@annals/event-sourcing';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { gapsIn } from './gaps.js';
import { LOG_SCHEMA, statements } from './log-schema.js';

/** Appends an event to a stream. */
const appending = (database: Database.Database) => {
  const { insert } = statements(database);
  const revisions = new Map<string, number>();
  let count = 0;
  return (stream: string) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    insert.run([`${(count += 1)} ${stream}`, stream, revision, 'Noted', '2026-01-05T09:00:00.000Z', '{}']);
  };
};

/** A log whose events have these streams, after a statement was carried out in its file. */
const damaged = (streams: readonly string[], statement = '') => {
  const database = new Database(':memory:');
  database.exec(LOG_SCHEMA);
  const append = appending(database);
  database.transaction(() => streams.forEach((stream) => append(stream)))();
  database.exec(`DROP TRIGGER events_never_change; DROP TRIGGER events_never_leave; ${statement}`);
  return database;
};

const gapsOf = (database: Database.Database) => Array.fromAsync(gapsIn(database));
const bare = (faults: readonly LogFault[]) => faults.map(({ message, ...rest }) => rest);

type Bare = ReturnType<typeof bare>[number];
const placeOf = (fault: Bare) => (fault.kind === 'EventsMissing' ? fault.from : 0);
const byPlace = (one: Bare, other: Bare) => placeOf(one) - placeOf(other);

/** A, B, A, B … */
const alternating = (count: number) => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 'a' : 'b'));
const remove = (positions: readonly number[]) => `DELETE FROM events WHERE position IN (${positions.join()})`;

/** A fault of the stream a, which has no customer here. */
const A = { kind: 'StreamIncomplete', type: 'Noted', stream: 'a' } as const;

describe('what is missing in a log', () => {
  it('is nothing in one that nobody has touched', async () =>
    expect(await gapsOf(damaged(alternating(9)))).toEqual([]));

  it('is nothing in an empty one', async () => expect(await gapsOf(damaged([]))).toEqual([]));

  it.each<[string, number[], object[]]>([
    ['the first event', [1], [{ ...A, found: 'truncated', revision: 0 }]],
    ['one between others', [3], [{ ...A, found: 'gap', revision: 1 }]],
    ['a whole stream', [2, 4, 6], []],
  ])('is reported by position and stream: %s', async (_, positions, streams) => {
    const faults = bare(await gapsOf(damaged(alternating(6), remove(positions))));
    const missing = faults.filter(({ kind }) => kind === 'EventsMissing');
    expect(faults.filter(({ kind }) => kind === 'StreamIncomplete')).toEqual(streams);
    expect(missing.toSorted(byPlace)).toEqual(positions.map((at) => ({ kind: 'EventsMissing', from: at, to: at })));
  });

  it('is noticed at the end, too, although nothing comes after it', async () => {
    const faults = await gapsOf(damaged(alternating(6), remove([5, 6])));
    expect(bare(faults)).toEqual([{ kind: 'EventsMissing', from: 5, to: 6 }]);
  });

  it('is not what was appended meanwhile', async () => {
    const database = damaged(Array.from({ length: 2_001 }, (_, index) => `s${index}`));
    const told: LogFault[] = [];
    const going = (async () => {
      for await (const fault of gapsIn(database)) told.push(fault);
    })();
    appending(database)('zz');
    await going;
    expect(told).toEqual([]);
  });

  it('includes the order: a stream whose events were exchanged is reported', async () => {
    const exchanged = `UPDATE events SET revision = 9 WHERE position = 1; UPDATE events SET revision = 0 WHERE position = 3;
      UPDATE events SET revision = 1 WHERE position = 1`;
    const faults = bare(await gapsOf(damaged(alternating(4), exchanged)));
    expect(faults).toEqual([{ kind: 'OutOfOrder', stream: 'a', revision: 1, position: 1 }]);
  });

  it('is the same as an inspection of all events finds, whatever was removed', async () => {
    const drawn = fc.tuple(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 11 })),
    );
    await fc.assert(
      fc.asyncProperty(drawn, async ([streams, positions]) => {
        const database = damaged(streams, remove(positions));
        const inspection = new Inspection(true);
        const events = database.prepare('SELECT * FROM events ORDER BY position').all() as RecordedEvent[];
        const found = events.flatMap((event) => inspection.take(event));
        const removed = positions.filter((position) => position <= streams.length);
        const told = await gapsOf(database);
        const places = told.flatMap((fault) =>
          fault.kind === 'EventsMissing'
            ? Array.from({ length: fault.to - fault.from + 1 }, (_, index) => fault.from + index)
            : [],
        );
        expect(places.toSorted((one, other) => one - other)).toEqual(removed.toSorted((one, other) => one - other));
        const ofStreams = (faults: readonly LogFault[]) =>
          new Set(
            bare(faults)
              .filter(({ kind }) => kind === 'StreamIncomplete')
              .map((fault) => JSON.stringify(fault)),
          );
        expect(ofStreams(told)).toEqual(ofStreams(found));
      }),
      { numRuns: 60 },
    );
  });
});
