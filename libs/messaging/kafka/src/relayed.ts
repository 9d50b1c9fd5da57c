import type { Mark } from './remembered.js';
import type { Tail } from './tail.js';

/** Where to go on with a partition. Its end is the truth; what is remembered helps where the end says nothing. */
export const goOnAt = ({ high, position = 0 }: Tail, remembered: Mark | undefined): Mark => {
  // With fewer messages than there were, it is another topic of the same name.
  const isOfThisTopic = remembered !== undefined && remembered.end <= high;
  return { relayed: Math.max(position, isOfThisTopic ? remembered.relayed : 0), end: high };
};

/** What may be sent at once: Kafka refuses more than a megabyte for a partition, so it is half of that. */
const MOST = 500_000; // characters

type Sized = { readonly value: string };

/** The same messages, in the same order, in parts that are not too large. */
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
