import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { partitionOf } from './partition.js';

const metadata = (count: number) =>
  Array.from({ length: count }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 1,
    replicas: [1],
    isr: [1],
  }));

it("puts a key where Kafka's own clients would put it", () => {
  const theirs = Partitioners.DefaultPartitioner();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (key, count) => {
      const expected = theirs({ topic: 't', partitionMetadata: metadata(count), message: { key, value: '' } });
      expect(partitionOf(key, count)).toBe(expected);
    }),
  );
});

it('spreads keys over all partitions', () => {
  const partitions = Array.from({ length: 1_000 }, (_, at) => partitionOf(`customer-${at}`, 12));
  expect(new Set(partitions).size).toBe(12);
});
