import { namingOf } from '@annals/command-bus';
import { MemoryDocumentStore, MemoryEventStore, MemoryRecordStore } from '@annals/store-memory';
import { until } from '@annals/testing';
import { recordOldLog } from '../test/old-log.js';
import { annalsCatalogue, configurationOf } from './catalogue.js';
import { IdentifierUpgrade } from './identifier-upgrade.js';

const stores = {
  ...{ log: new MemoryEventStore(), documents: new MemoryDocumentStore(), records: new MemoryRecordStore() },
  ...{ naming: namingOf(Buffer.alloc(32, 1)), catalogue: annalsCatalogue(configurationOf({})) },
};

it('reviews holders in the background: commands do not wait for that, and one stream of a category says what is in all', async () => {
  await recordOldLog(stores.log);
  await new IdentifierUpgrade(stores).ready();
  const reads: string[] = [];
  const held = Promise.withResolvers<readonly string[]>();
  const read = stores.log.read.bind(stores.log);
  stores.log.read = (stream, after) => (reads.push(stream), read(stream, after));
  const reviewing = new IdentifierUpgrade(stores);
  reviewing.startAndReview(() => held.promise);
  await reviewing.ready();
  expect(reads).toEqual([]);
  held.resolve(['customer-unknown', 'customer-c', 'customer-e']);
  await until(() => Promise.resolve(reads.filter((stream) => stream === 'customer-e').length > 0));
  await reviewing.stop();
  const [unknown, ofC, ofE] = ['unknown', 'c', 'e'].map((id) => reads.filter((stream) => stream === `customer-${id}`));
  expect([unknown!.length, ofC!.length - ofE!.length]).toEqual([1, 1]);
});
