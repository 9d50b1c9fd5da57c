import { DealOpened } from '@annals/contracts-deals';
import { eventsMissing, havingTypes, streamIncomplete } from '@annals/event-sourcing';
import { noteFaults, Projector } from '@annals/projecting';
import { EngineWatch } from '@annals/telemetry/engine-watch';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { newEvent, PATIENCE, stoppedAfterEach, until } from '@annals/testing';
import { Logger } from '@nestjs/common';
import { annalsCatalogue, configurationOf } from './catalogue.js';
import { FaultNotes } from './fault-notes.js';
import { LogWatch } from './log-watch.js';

/** A log that lacks an event. */
class Lacking extends MemoryEventStore {
  override async *gaps() {
    yield eventsMissing(3, 3);
  }
}

const lines: string[] = [];
const nothing = (): void => undefined;
beforeEach(() => {
  lines.length = 0;
  Logger.overrideLogger({ log: nothing, warn: nothing, error: (line: string) => void lines.push(line) });
});
afterAll(() => void Logger.overrideLogger(false));

const catalogue = annalsCatalogue(configurationOf({}));
const engines = new EngineWatch({ rightsPatience: 300 });
const running = stoppedAfterEach();

const watching = (checking: boolean) => {
  const [log, documents] = [new Lacking(), new MemoryDocumentStore()];
  return { log, documents, watch: new LogWatch({ log, documents, catalogue, engines }, { checking, every: 1 }) };
};

it('writes what is missing once into the log of the program, and what others find later', async () => {
  const { documents, watch } = watching(true);
  watch.onApplicationBootstrap();
  await until(() => lines.length === 1);
  await noteFaults(documents, [eventsMissing(5, 6)], new Date());
  await until(() => lines.length === 2);
  await watch.beforeApplicationShutdown();
  expect(lines[0]).toMatch(/^EventsMissing: The log has no event at position 3\. Known since 20/);
  expect(lines[1]).toMatch(/^EventsMissing: The log has no events at the positions 5 to 6\./);
});

const terms = { lines: [], owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} };
const opened = DealOpened.event({
  ...{ dealId: 'd-1', customerId: 'c-1', title: 'Tea', value: { amount: '1.00', currency: 'CNY' }, step: 'intent' },
  ...terms,
});

it('knows the customer of any stream, by its events, or by what the views have of a stream that was deleted', async () => {
  const { log, documents, watch } = watching(false);
  await log.append('deal-d-1', -1, [{ ...newEvent('1'), ...opened, subject: 'c-1' }]);
  const projector = await running(new Projector(log, documents, catalogue.views));
  for (const view of ['pipeline', 'audit-history']) await projector.positions.passed(view, 1, PATIENCE);
  const near = { subject: 'c-1', type: 'OrderDelivered' };
  const faults = [streamIncomplete('deal-d-1', 'deleted'), streamIncomplete('order-o-1', 'gap', 2, near)];
  await noteFaults(documents, [...faults, streamIncomplete('deal-d-2', 'deleted')], new Date());
  watch.onApplicationBootstrap();
  await until(() => lines.length === 3);
  await watch.beforeApplicationShutdown();
  expect([...watch.incomplete('c-1')].toSorted()).toEqual([
    ['deal-d-1', 'deleted'],
    ['order-o-1', 'gap'],
  ]);
  expect([...watch.incomplete('c-1', havingTypes(['DealAdvanced', 'Other'])).keys()]).toEqual(['deal-d-1']);
  expect([...watch.incomplete('c-1', havingTypes(['OrderPlaced'])).keys()]).toEqual(['order-o-1']);
});

it('knows which streams of a record lack events', async () => {
  const { documents, watch } = watching(false);
  expect(watch.incomplete('c-1').size).toBe(0);
  await noteFaults(documents, [streamIncomplete('customer-c-1', 'gap', 2), eventsMissing(5, 6)], new Date());
  watch.onApplicationBootstrap();
  await until(() => lines.length === 2);
  await watch.beforeApplicationShutdown();
  expect([...watch.incomplete('c-1')]).toEqual([['customer-c-1', 'gap']]);
  expect(watch.incomplete('1').size + watch.incomplete('c-2').size).toBe(0);
});

it('checks only where it should', async () => {
  const { documents, watch } = watching(false);
  watch.onApplicationBootstrap();
  await noteFaults(documents, [eventsMissing(5, 6)], new Date());
  await until(() => lines.length === 1);
  await watch.beforeApplicationShutdown();
  expect(lines.join()).not.toContain('position 3');
});

it('remembers what any reader of the log meets, each fault once, also if the store was away', async () => {
  const documents = new MemoryDocumentStore();
  const { noted } = new FaultNotes(documents);
  const commit = documents.commit.bind(documents);
  let commits = 0;
  documents.commit = async (...args) => {
    commits += 1;
    if (commits === 1) throw new Error('away');
    return commit(...args);
  };
  noted(eventsMissing(3, 3));
  await until(() => commits === 1);
  await new Promise(setImmediate);
  for (let time = 0; time < 3; time += 1) noted(eventsMissing(3, 3));
  await until(async () => (await documents.count('log-faults')) === 1);
  expect(commits).toBe(2);
});
