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

/** Throws `TopicOfAnotherLog` if the last event of a partition is of another log. */
export const requireLog = (topic: string, own: string, tails: Iterable<Pick<Tail, 'log'>>) => {
  for (const { log } of tails) if (log !== undefined && log !== own) throw new TopicOfAnotherLog(topic, own, log);
};

/** The position from which to continue a partition: its end decides; the stored record helps when the end says nothing. */
export const goOnAt = ({ high, position = 0 }: Tail, remembered: Mark | undefined): Mark => {
  // With fewer messages than before, it is another topic of the same name.
  const isOfThisTopic = remembered !== undefined && remembered.end <= high;
  return { relayed: Math.max(position, isOfThisTopic ? remembered.relayed : 0), end: high };
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
