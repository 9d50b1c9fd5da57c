import type { Mark } from './remembered.js';
import type { Tail } from './tail.js';

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
