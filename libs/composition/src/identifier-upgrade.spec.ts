import { namingOf } from '@annals/command-bus';
import { CustomerDataChanged } from '@annals/contracts-customers';
import { NO_STREAM, project, ReservationsNotReady } from '@annals/event-sourcing';
import { identifierCollisions } from '@annals/projections-customers';
import { MemoryDocumentStore, MemoryEventStore, MemoryRecordStore } from '@annals/store-memory';
import { newEvent } from '@annals/testing';
import { recordCustomer, recordOldLog } from '../test/old-log.js';
import { annalsCatalogue, configurationOf } from './catalogue.js';
import { FORM, type FormProgress } from './identifier-form.js';
import { IdentifierUpgrade } from './identifier-upgrade.js';
import type { IdentifierUpgradeOptions } from './identifier-upgrade.options.js';

const catalogue = annalsCatalogue(configurationOf({}));
const naming = namingOf(Buffer.alloc(32, 1));

let log: MemoryEventStore;
let documents: MemoryDocumentStore;
let records: MemoryRecordStore;
const upgrades: IdentifierUpgrade[] = [];

const nothing = () => {
  throw new Error('There is nothing to report.');
};

beforeEach(async () => {
  [log, documents, records] = [new MemoryEventStore(), new MemoryDocumentStore(), new MemoryRecordStore()];
  await recordOldLog(log);
});
afterEach(() => Promise.all(upgrades.splice(0).map((each) => each.stop())));

const upgrade = (options: Partial<IdentifierUpgradeOptions> = {}) => {
  const made = new IdentifierUpgrade({ log, documents, records, naming, catalogue }, { wait: 1, ...options });
  upgrades.push(made);
  return made;
};

const progress = async () => (await records.get(FORM.kind, FORM.id))?.body as FormProgress | undefined;

/** The holders of each value that several records have, as they are listed. */
const listed = async () => {
  const events = (await Array.fromAsync(log.readAll(0))).flat();
  const found = [...project(identifierCollisions, events).values()];
  return found.map(({ kind, customers }) => `${kind}: ${customers.toSorted().join(' ')}`).toSorted();
};

const COLLISIONS = ['organisationCode: a b d', 'organisationCode: c e'];

it('reserves the values of a log anew, and lists those that several records have', async () => {
  const reports: FormProgress[] = [];
  await upgrade({ report: (each) => reports.push(each) }).ready();
  expect(await listed()).toEqual(COLLISIONS);
  expect(await progress()).toMatchObject({ isDone: true, shared: 3 });
  expect(reports.map(({ isDone }) => isDone)).toEqual([false, true]);
  expect((await Array.fromAsync(log.readAll(0, { types: ['IdentifierReserved'] }))).flat()).toHaveLength(6);
});

it('lists nothing any more that one of them had given up when its process died', async () => {
  await upgrade().ready();
  const moved = { changes: [{ field: 'organisationCode', before: null, after: null }], effectiveDate: '2020-01-01' };
  const changed = CustomerDataChanged.event({ customerId: 'e', ...moved, reason: null, source: null });
  await log.append('customer-e', 0, [{ ...newEvent('changed'), ...changed }]);
  await upgrade().review(['customer-c', 'customer-e', 'customer-unknown']);
  expect(await listed()).toEqual(COLLISIONS.slice(0, 1));
});

it('does so once', async () => {
  await upgrade().ready();
  const head = await log.head();
  await upgrade({ report: nothing }).ready();
  expect(await log.head()).toBe(head);
});

it('does so once in all, in several processes', async () => {
  await Promise.all([upgrade({ batch: 1 }), upgrade({ batch: 1 }), upgrade({ batch: 1 })].map((each) => each.ready()));
  expect(await listed()).toEqual(COLLISIONS);
  expect((await Array.fromAsync(log.readAll(0, { types: ['IdentifierShared'] }))).flat()).toHaveLength(3);
});

it.each([1, 2, 3, 4, 5])('goes on from where a process died, after %i batches', async (batches) => {
  let left = batches;
  const dying = upgrade({ batch: 1, wait: 60_000 });
  const put = records.put.bind(records);
  records.put = async (...args) => {
    const stored = await put(...args);
    if ((left -= 1) === 0) throw new Error('killed');
    return stored;
  };
  dying.start();
  while (left > 0) await new Promise(setImmediate);
  await dying.stop();
  records.put = put;
  const { position } = (await progress())!;
  const read: number[] = [];
  const readAll = log.readAll.bind(log);
  log.readAll = (after, options) => (read.push(after), readAll(after, options));
  await upgrade().ready();
  expect([position > 0, read[0]]).toEqual([true, position]);
  expect(await listed()).toEqual(COLLISIONS);
});

it('is taken over from a process that died, when its lease has ended', async () => {
  await documents.lease('identifiers', 'dead', 1);
  await upgrade().ready();
  expect(await listed()).toEqual(COLLISIONS);
});

it('makes commands wait for a limited time while another process is at it', async () => {
  await documents.lease('identifiers', 'other', 60_000);
  const waiting = upgrade({ patience: 1 });
  await expect(waiting.ready()).rejects.toThrow(ReservationsNotReady);
  expect(await listed()).toEqual([]);
});

it('tells of an error and goes on after it', async () => {
  const failures: unknown[] = [];
  const head = log.head.bind(log);
  log.head = () => {
    log.head = head;
    return Promise.reject(new Error('away'));
  };
  await upgrade({ failed: (error) => failures.push(error) }).ready();
  expect(failures).toEqual([new Error('away')]);
  expect(await listed()).toEqual(COLLISIONS);
});

it('begins again for another form, and for a log that was restored from before', async () => {
  await upgrade().ready();
  await upgrade({ form: 99 }).ready();
  expect(await progress()).toMatchObject({ form: 99, isDone: true });
  const restored = new MemoryEventStore();
  const [first] = (await Array.fromAsync(log.readAll(0))).flat();
  await restored.append(first!.stream, NO_STREAM, [first!]);
  log = restored;
  await upgrade({ form: 99 }).ready();
  expect((await progress())!.position).toBe(await log.head());
});

it('has nothing to do with a log that begins with this program', async () => {
  log = new MemoryEventStore();
  await upgrade({ report: nothing }).ready();
  await recordCustomer(log, 'z', '91350100M000100Y43');
  await upgrade({ report: nothing }).ready();
  expect(await log.head()).toBe(1);
});
