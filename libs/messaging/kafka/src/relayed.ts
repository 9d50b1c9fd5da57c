import { eventAt, type EventStore } from '@annals/event-sourcing';
import type { Mark } from './remembered.js';
import type { Tail } from './tail.js';

/** The topic holds events of another log: positions mean nothing there. */
export class TopicOfAnotherLog extends Error {
  constructor(topic: string, own: string, found: string) {
    super(
      `${topic} holds events of the log ${found}, and this relay sends those of the log ${own}. Delete the topic, ` +
        'and the relay creates it again with every event; or set EVENT_STORE_URL to the log of the topic.',
    );
  }
}

/** The topic, or what is remembered of it, is ahead of the log. */
export class TopicAheadOfLog extends Error {
  constructor(topic: string, what: string) {
    super(
      `${topic} ${what}, which the log does not have: the log was restored from an older backup. Stop every relay, delete the ` +
        'topic, run "annals relay reset" and start them: everything is sent again under the same ids. Tell its consumers that ' +
        'they have seen events that the log has lost.',
    );
  }
}

/** Throws `TopicAheadOfLog` if the last event of a partition, or a stored mark, is not in the log. */
export const requireInLog = async (
  topic: string,
  log: Pick<EventStore, 'head' | 'readAll'>,
  tails: Iterable<Pick<Tail, 'position' | 'id'>>,
  marks: Iterable<Mark>,
): Promise<void> => {
  const head = await log.head();
  for (const { relayed } of marks)
    if (relayed > head) throw new TopicAheadOfLog(topic, `was filled up to position ${relayed}`);
  for (const { position, id } of tails)
    if (position !== undefined && !(await hasEvent(log, position, id)))
      throw new TopicAheadOfLog(topic, `has the event ${id} of position ${position}`);
};

const hasEvent = async (log: Pick<EventStore, 'readAll'>, position: number, id: string | undefined) => {
  const event = await eventAt(log, position);
  return event !== undefined && (id === undefined || event.id === id);
};

/** Throws `TopicOfAnotherLog` if the last event of a partition is of another log. */
export const requireLog = (topic: string, own: string, tails: Iterable<Pick<Tail, 'log'>>) => {
  for (const { log } of tails) if (log !== undefined && log !== own) throw new TopicOfAnotherLog(topic, own, log);
};

/**
 * The position from which to continue a partition: its end decides; the stored record helps when the end says nothing. With
 * fewer messages than before, it is another topic of the same name, which gets everything, whatever was sent to it since.
 */
export const goOnAt = ({ high, position = 0 }: Tail, remembered: Mark | undefined): Mark => {
  if (remembered && remembered.end > high) return { relayed: 0, end: high };
  return { relayed: Math.max(position, remembered?.relayed ?? 0), end: high };
};

/** Maximum size of a request: half of the megabyte that Kafka accepts for a partition. */
const MOST = 500_000; // characters

type Sized = { readonly value: string };

/** The same messages in the same order, split into parts of acceptable size. */
export const inParts = <M extends Sized>(messages: readonly M[]): M[][] => {
  const parts: M[][] = [];
  let size = Infinity;
  for (const message of messages) {
    size += message.value.length;
    if (size > MOST) {
      parts.push([]);
      size = message.value.length;
    }
    parts.at(-1)!.push(message);
  }
  return parts;
};
