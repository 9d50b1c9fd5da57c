import type { Receipt } from '@annals/event-sourcing';
import { named, namesOf } from '@annals/testing';
import type { Fault, Operation } from '@annals/eventstoredb-server';
import fc from 'fast-check';
import { desk } from '../test/desk.js';

const FAULTS: readonly Fault[] = [
  'swallow after commit',
  'cut',
  'cut after commit',
  'hold',
  'hold after commit',
  'busy',
  'busy, unknown',
  'twice',
];
const OPERATIONS: readonly Operation[] = ['batchAppend', 'append', 'read', 'subscribe', 'features'];

const mishap = fc.record({
  operation: fc.constantFrom(...OPERATIONS),
  fault: fc.constantFrom(...FAULTS),
  times: fc.integer({ min: 1, max: 2 }),
  isRestarted: fc.boolean(),
  isDropped: fc.boolean(),
});

describe('EventStoreDbEventStore, whatever goes wrong', () => {
  const { serve, open, follow, clear } = desk();

  it('stores each event once and brings each once, in order', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(mishap, { minLength: 1, maxLength: 5 }), async (mishaps) => {
          const server = await serve();
          server.checkpointAtEnd = true;
          const store = open(server.url, { answerWithin: 200 });
          const { names, heard } = follow(store);
          const receipts: Receipt[] = [];
          for (const [index, { operation, fault, times, isRestarted, isDropped }] of mishaps.entries()) {
            server.faults.next(operation, fault, times);
            const appending = store.append('a', receipts.length - 1, [named(`${index}`)]);
            if (isDropped) server.drop();
            if (isRestarted) await server.restart();
            receipts.push(await appending);
          }
          server.faults.release();
          receipts.push(await store.append('a', receipts.length - 1, [named('last')]));
          const stored = await store.read('a');
          const wanted = [...mishaps.keys()].map(String).concat('last');
          expect(namesOf(stored)).toEqual(wanted);
          expect(stored).toMatchObject(receipts);
          await heard(wanted.length);
          expect(names).toEqual(wanted);
        })
        .afterEach(clear),
      { numRuns: 12 },
    );
  });
});
