import { Inspection, type RecordedEvent } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { counted, newEvent, stoppedAfterEach, tallies, until } from '@annals/testing';
import fc from 'fast-check';
import { knownFaults, Projector } from '../index.js';
import { Revisions } from './revisions.js';

const running = stoppedAfterEach();

/** A log that does not show some of its events, as a server from which they were removed. */
class Scavenged extends MemoryEventStore {
  removed: (event: RecordedEvent) => boolean = () => false;

  override async *follow(...args: Parameters<MemoryEventStore['follow']>) {
    for await (const batch of super.follow(...args)) yield batch.filter((event) => !this.removed(event));
  }
}

it('notices what an inspection of the whole log notices, whatever is missing', () => {
  const drawn = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 20 });
  fc.assert(
    fc.property(drawn, fc.integer({ min: 1, max: 5 }), (all, batch) => {
      const counts = new Map<string, number>();
      const events = all.map(([stream], index) => {
        const revision = counts.get(stream) ?? 0;
        counts.set(stream, revision + 1);
        return { ...newEvent(`${index}`), stream, revision, position: index + 1, recordedAt: '' };
      });
      const left = events.filter((_, index) => all[index]![1]);
      const [revisions, inspection] = [new Revisions(true), new Inspection(false)];
      const found = [];
      for (let at = 0; at < left.length; at += batch)
        found.push(...revisions.missingBefore(left.slice(at, at + batch)));
      expect(found).toEqual(left.flatMap((event) => inspection.take(event)));
    }),
  );
});

it('takes nothing for missing that was read before', () => {
  const at = (stream: string, revision: number) => ({
    ...{ ...newEvent('1'), stream, revision, position: 9, recordedAt: '' },
  });
  const revisions = new Revisions(false);
  expect(revisions.missingBefore([at('a', 7), at('a', 8)])).toEqual([]);
  expect(revisions.missingBefore([at('a', 10), at('a', 10)])).toMatchObject([
    { stream: 'a', found: 'gap', revision: 9 },
  ]);
});

it('is what a projector remembers while it reads the log', async () => {
  const [log, store] = [new Scavenged(), new MemoryDocumentStore()];
  const events = Array.from({ length: 4 }, (_, index) => ({ ...newEvent(`${index}`), ...counted('a') }));
  await log.append('a', -1, events);
  log.removed = ({ revision }) => revision === 2;
  await running(new Projector(log, store, [tallies]));
  await until(async () => (await knownFaults(store)).count === 1);
  const { first } = await knownFaults(store);
  expect(first).toMatchObject([{ fault: { kind: 'StreamIncomplete', stream: 'a', found: 'gap', revision: 2 } }]);
});
