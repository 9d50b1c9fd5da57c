import fc from 'fast-check';
import { MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted } from '@annals/testing';
import { goOnAt, inParts, requireInLog, requireLog, TopicAheadOfLog, TopicOfAnotherLog } from './relayed.js';

describe('a partition goes on', () => {
  const tail = (high: bigint, position?: number) => ({ high, position });

  it('at the beginning when it never had an event', () =>
    expect(goOnAt(tail(0n), undefined)).toEqual({ relayed: 0, end: 0n }));
  it('after its last event', () => expect(goOnAt(tail(5n, 40), undefined)).toEqual({ relayed: 40, end: 5n }));
  it('after its last event, when what is remembered is older', () =>
    expect(goOnAt(tail(5n, 40), { relayed: 30, end: 4n }).relayed).toBe(40));
  it('where others left the log, when nothing in it was for this partition since', () =>
    expect(goOnAt(tail(5n, 40), { relayed: 90, end: 5n }).relayed).toBe(90));
  it('where it was, when its events have expired', () =>
    expect(goOnAt(tail(5n), { relayed: 40, end: 5n }).relayed).toBe(40));
  it('at the beginning, when it is one of a new topic of the name', () =>
    expect(goOnAt(tail(0n), { relayed: 40, end: 5n }).relayed).toBe(0));
  it('at the beginning, when it is one of a new topic that has got something since', () =>
    expect(goOnAt(tail(2n, 50), { relayed: 40, end: 5n }).relayed).toBe(0));
});

it('refuses a topic whose last event is of another log', () => {
  const empty = { log: undefined };
  expect(() => requireLog('events', 'own', [empty, { log: 'own' }])).not.toThrow();
  expect(() => requireLog('events', 'own', [empty, { log: 'other' }])).toThrow(TopicOfAnotherLog);
});

it('refuses a topic, and marks, that are ahead of a restored log, also when it has grown since', async () => {
  const log = new MemoryEventStore();
  await appendTo(log, counted('a'), counted('a'));
  const [[first] = []] = await Array.fromAsync(log.readAll(0));
  const tails = [{ position: undefined }, { position: first!.position, id: first!.id }];
  const mark = (relayed: number) => ({ relayed, end: 1n });
  await requireInLog('events', log, tails, [mark(2)]);
  await expect(requireInLog('events', log, tails, [mark(3)])).rejects.toThrow(TopicAheadOfLog);
  await expect(requireInLog('events', log, [{ position: 9, id: 'x' }], [])).rejects.toThrow(TopicAheadOfLog);
  await expect(requireInLog('events', log, [{ position: 1, id: 'x' }], [])).rejects.toThrow('annals relay reset');
});

it('cuts messages into parts, without losing or moving one, that Kafka takes', () => {
  const message = fc.integer({ min: 0, max: 600_000 }).map((length) => ({ value: 'x'.repeat(length) }));
  fc.assert(
    fc.property(fc.array(message, { maxLength: 8 }), (messages) => {
      const parts = inParts(messages);
      expect(parts.flat()).toEqual(messages);
      for (const part of parts) {
        const size = part.reduce((sum, { value }) => sum + value.length, 0);
        expect(part.length === 1 || size <= 500_000).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
