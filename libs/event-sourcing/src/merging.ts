import type { Link, Links } from './links.js';
import type { Event, RecordedEvent } from './message.js';

/** What of the log says that two customers are one, as one slice declares it. */
export type Merging = {
  /** The types of the events that join files or part them again. */
  readonly types: readonly string[];
  /** What an event of these types says. */
  readonly linkOf: (event: RecordedEvent) => Link;
  /** The own stream of a customer: what it says of a merged customer is not said of the survivor. */
  readonly streamOf: (customerId: string) => string;
};

/** An event as it counts for the customers that there are now: how views read the log. */
export type Counted = RecordedEvent & {
  /** Of an event of a merged customer: the event as the log has it. */
  readonly recordedAs?: RecordedEvent;
  /** Whether it says something of a merged customer that is not said of the survivor. */
  readonly isAside?: true;
  /** Of an event that joins or parts customers: their earlier events, as they count before and after it. */
  readonly recounted?: readonly Recounted[];
};

/** How an event counted until its customer was merged or parted, and how it counts from then on: the same object if that is the same. */
export type Recounted = { readonly was: Counted; readonly is: Counted };

/**
 * The event as it counts while the file of its customer belongs to another one: its records are those of the survivor, and
 * what the own stream of the merged customer says is set aside.
 */
export const countedFor = (
  event: RecordedEvent,
  customerOf: (file: string) => string,
  { streamOf }: Pick<Merging, 'streamOf'>,
): Counted => {
  const { subject, stream, data } = event;
  const customer = customerOf(subject);
  if (customer === subject) return event;
  const shown = { ...event, subject: customer, recordedAs: event };
  if (stream === streamOf(subject)) return { ...shown, isAside: true };
  return (data as { readonly customerId?: unknown }).customerId === subject
    ? { ...shown, data: { ...data, customerId: customer } }
    : shown;
};

/** The event as the log has it. */
export const asRecorded = (event: Counted): RecordedEvent => event.recordedAs ?? event;

/** Whether documents of other events are made anew by an event. */
export const isRecounting = (event: Counted): boolean => event.recounted !== undefined;

/** The customer for whom an event was recorded, also if it counts for another one now. */
export const recordedFor = (event: RecordedEvent<Event<string, { readonly customerId: string }>>): string =>
  (asRecorded(event) as typeof event).data.customerId;

/** What a link changes for the events of the files that it concerns: those that count otherwise, and all others of the same customers. */
export const recount = (
  events: readonly RecordedEvent[],
  links: Links,
  { position }: Link,
  merging: Merging,
): readonly Recounted[] => {
  const [before, now] = [position - 1, position].map((at) => remembered((file) => links.customerOf(file, at)));
  return events.map((event) => {
    const was = countedFor(event, before!, merging);
    return { was, is: now!(event.subject) === was.subject ? was : countedFor(event, now!, merging) };
  });
};

/** Of many events, a few files. */
const remembered = (customerOf: (file: string) => string) => {
  const known = new Map<string, string>();
  return (file: string): string => {
    const customer = known.get(file) ?? customerOf(file);
    known.set(file, customer);
    return customer;
  };
};

/** The files of the customers whom a link joins or parts. */
export const filesConcerned = (links: Links, { file, survivor, position }: Link): readonly string[] => {
  const now = new Set([file, survivor ?? file].flatMap((each) => customersAt(links, each, position)));
  return links.everWith(file).filter((each) => customersAt(links, each, position).some((one) => now.has(one)));
};

const customersAt = (links: Links, file: string, position: number) => [
  links.customerOf(file, position - 1),
  links.customerOf(file, position),
];
