import { publisherOf, type Publisher } from '@annals/contracts-published';
import { contacts } from '@annals/domain-contacts';
import { NO_STREAM, type EventStore, type NewEvent } from '@annals/event-sourcing';
import { contractsOf } from '@annals/slice';
import { newEvent } from '@annals/testing';
import { randomUUID } from 'node:crypto';
import type { Read } from './topic.js';

const at = '2026-01-05T09:00:00.000Z';

const contactMade = (customerId: string): NewEvent => {
  const id = randomUUID();
  const what = { channel: 'phone', direction: 'inbound', purpose: 'sales', summary: 'Asked.', outcome: 'reached' };
  const who = { contactedAt: at, contactedBy: { id: 'li', name: 'Li Na' }, response: 'none' };
  return { ...newEvent(id, 'ContactMade'), subject: customerId, data: { contactId: id, customerId, ...what, ...who } };
};

/** Contacts of `customers` customers in turn, and some events that are not published; each in its own stream. */
export const fill = async (log: EventStore, count: number, customers = 40) => {
  const event = (at: number) =>
    at % 10 === 9 ? newEvent(randomUUID(), 'IdentifierReserved') : contactMade(`c-${at % customers}`);
  for (let begin = 0; begin < count; begin += 50) {
    const appends = Array.from({ length: Math.min(50, count - begin) }, (_, at) =>
      log.append(`stream-${randomUUID()}`, NO_STREAM, [event(begin + at)]),
    );
    await Promise.all(appends);
  }
};

/** The published events of a log of contacts. */
export const publisher = publisherOf(contractsOf([contacts]).publications);

/** The expected content of a topic, by customer. */
export const expectedOf = async (
  log: EventStore,
  { types, publish }: Publisher = publisher,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const events = [];
  for await (const batch of log.readAll(0, { types })) events.push(...batch);
  return byCustomer(events.map((event) => ({ customer: event.subject, id: publish(event)!.id })));
};

/** The content of a topic, by customer, in order. */
export const foundIn = (messages: readonly Read[]): ReadonlyMap<string, readonly string[]> =>
  byCustomer(messages.map(({ key = '', headers }) => ({ customer: key, id: headers['ce_id'] ?? '' })));

const byCustomer = (all: readonly { readonly customer: string; readonly id: string }[]) =>
  new Map(
    [...Map.groupBy(all, ({ customer }) => customer)]
      .map(([customer, messages]) => [customer, messages.map(({ id }) => id)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
