import { ComplaintFiled, ComplaintResolved } from '@annals/contracts-complaints';
import { ContactMade } from '@annals/contracts-contacts';
import { CustomerDataChanged, CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DealAdvanced, DealClosed, DealOpened } from '@annals/contracts-deals';
import { SqliteEventStore } from '@annals/store-sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from './statistics.mjs';

export const FIRST = ['Alfreds', 'Blauer', 'Centro', 'Drachen', 'Ernst', 'Folies', 'Great', 'Hanari', 'Island', 'Lazy'];
const SECOND = ['Trading', 'Handel', 'Imports', 'Markt', 'Delikatessen', '电力设备', '贸易有限公司', 'Foods', 'Energy'];
const PERSONS = ['Maria Anders', 'Ana Trujillo', 'Thomas Hardy', '李娜', 'Christina Berglund'];
export const REGIONS = ['north', 'south', 'east', 'west', '华东'];
const START = Date.parse('2023-01-01T00:00:00.000Z');
const BLOCK = 1_000; // customers whose stories run at the same time

export const customerId = (number) => `c-${number}`;
export const phoneOf = (number) => `+49 30 ${5_000_000 + number}`;

const at = (list, number) => list[number % list.length];
const staff = (number) => ({ id: `employee-${number % 40}`, name: at(PERSONS, number) });

const registered = (number) =>
  CustomerRegistered.event({
    customerId: customerId(number),
    profile: {
      kind: 'organisation',
      name: `${at(FIRST, number)} ${at(SECOND, number * 7)} ${number}`,
      code: `C-${number}`,
      roles: [at(['end-customer', 'distributor', 'prospect'], number)],
      email: `office${number}@example.com`,
      phone: phoneOf(number),
      region: at(REGIONS, number),
      addresses: [{ kind: 'registered', street: `Street ${number}`, city: at(SECOND, number), country: 'DE' }],
      contactPersons: [{ name: at(PERSONS, number), title: 'Buyer' }],
    },
  });

const termsOf = (number) => ({
  dealId: `d-${number}`,
  customerId: customerId(number),
  title: `Meters for ${number}`,
  value: { amount: '1180.00', currency: 'EUR' },
  lines: [
    { product: 'Meter', category: 'Metering', quantity: '4.00', unitPrice: '250.00', discount: '0.00', net: '1000.00' },
    { product: 'Fitting', category: 'Service', quantity: '4.00', unitPrice: '45.00', discount: '0.00', net: '180.00' },
  ],
  owner: staff(number),
  country: 'DE',
  region: at(REGIONS, number),
  expectedCloseDate: '2026-06-30',
  attributes: {},
});

const contact = (number, step, time) =>
  ContactMade.event({
    ...{
      contactId: `contact-${number}-${step}`,
      customerId: customerId(number),
      channel: 'phone',
      direction: 'inbound',
    },
    ...{
      purpose: 'service',
      summary: 'Asked when the meters arrive, and whether they can be fitted.',
      outcome: 'reached',
    },
    ...{ response: 'positive', contactedAt: time, contactedBy: staff(number) },
  });

const changes = [{ field: 'industry', before: null, after: 'food' }];

/** What happens with one customer: the stream of each event, and the event. */
const STORY = [
  (number) => ['customer', registered(number)],
  (number) => [
    'customer',
    OwnerAssigned.event({ customerId: customerId(number), owner: staff(number), previous: null }),
  ],
  (number, step, time) => ['contacts', contact(number, step, time)],
  (number) => ['deal', DealOpened.event({ ...termsOf(number), step: 'intent' })],
  (number, step, time) => ['contacts', contact(number, step, time)],
  (number) => {
    const { dealId } = termsOf(number);
    const moved = { dealId, customerId: customerId(number), from: 'intent', to: 'negotiation', reason: null };
    return ['deal', DealAdvanced.event(moved)];
  },
  (number) => {
    const closed = { outcome: 'won', step: 'negotiation', reason: 'price', competitor: null };
    return ['deal', DealClosed.event({ ...termsOf(number), ...closed })];
  },
  (number, _, time) => {
    const filed = { channel: 'phone', category: 'billing', severity: 'high', subject: 'Wrong bill', text: 'Twice.' };
    const ids = { complaintId: `k-${number}`, customerId: customerId(number) };
    return ['complaint', ComplaintFiled.event({ ...ids, ...filed, dueAt: time })];
  },
  (number) => {
    const ids = { complaintId: `k-${number}`, customerId: customerId(number) };
    return [
      'complaint',
      ComplaintResolved.event({ ...ids, rootCause: 'reading error', remedy: 'refund', onTime: true }),
    ];
  },
  (number) => {
    const why = { reason: 'asked', source: null, effectiveDate: '2025-01-01' };
    return ['customer', CustomerDataChanged.event({ customerId: customerId(number), changes, ...why })];
  },
];

const ID = { customer: 'customerId', contacts: 'customerId', deal: 'dealId', complaint: 'complaintId' };

const hex = (random) =>
  Math.floor(random() * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0');

const uuid = (random) => {
  const text = hex(random) + hex(random) + hex(random) + hex(random);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-5${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`;
};

/** Appends, one event each; the same in every run. */
function* appends(upTo, pairs) {
  const random = chance(1);
  const revisions = new Map();
  let count = 0;
  for (const [number, step] of pairs) {
    if (count === upTo) return;
    const time = new Date(START + count * 1_000).toISOString();
    const [kind, event] = STORY[step % STORY.length](number, step, time);
    const stream = `${kind}-${event.data[ID[kind]]}`;
    const expected = revisions.get(stream) ?? -1;
    const commandId = uuid(random);
    const origin = { commandId, actor: 'user-1', occurredAt: time, correlationId: commandId, causationId: commandId };
    const stamped = { ...event, ...origin, source: 'http', id: uuid(random), subject: customerId(number) };
    revisions.set(stream, expected + 1);
    count += 1;
    yield { stream, expected, events: [stamped] };
  }
}

/** Customers by blocks; within a block all take a step before anyone takes the next. */
function* interwoven(customers, steps) {
  for (let from = 0; from < customers; from += BLOCK)
    for (let step = 0; step < steps; step += 1)
      for (let number = from; number < Math.min(from + BLOCK, customers); number += 1) yield [number, step];
}

/** Whole stories, so many events in all. */
export const stories = (events) => appends(events, interwoven(Math.ceil(events / STORY.length), STORY.length));

/** Many customers of whom nothing is known but their file, the first few with a story, and customer 0 with a long one of contacts. */
export function* customers(count, { storied = 0, contacts = 0 } = {}) {
  function* pairs() {
    yield* interwoven(storied, STORY.length);
    for (let number = storied; number < count; number += 1) yield [number, 0];
    for (let left = contacts; left > 0; left -= 1) yield [0, 2 + left * STORY.length];
  }
  yield* appends(Infinity, pairs());
}

/** Writes a log into a data folder. */
export const write = async (dataDir, all) => {
  mkdirSync(dataDir, { recursive: true });
  const log = new SqliteEventStore({ file: join(dataDir, 'events.db') });
  let group = [];
  for (const { stream, expected, events } of all) {
    group.push(log.append(stream, expected, events));
    if (group.length === 1_000) await Promise.all(group.splice(0));
  }
  await Promise.all(group);
  await log.close();
};
