import type { NewEvent } from './message.js';
import { problems } from './problem.js';

/**
 * The most bytes that the events of one command may have, as JSON in UTF-8 with all of their data. Every store takes that
 * much at once: EventStoreDB allows 1,048,576 bytes, of which the rest is room for what stores add.
 */
export const MOST_BYTES = 900_000;

export const appendProblems = problems({
  TooMuchAtOnce: {
    kind: 'invalid',
    title: { en: 'Too much at once', zh: '一次提交的内容过多' },
    detail: {
      en: 'The command would record {bytes} bytes, with what was known before; {limit} are allowed, whatever the log is stored in. Send it in several commands, or shorten its texts.',
      zh: '该命令将记录 {bytes} 字节（含变更前的内容），无论日志存于何处，上限均为 {limit} 字节。请分多次发送，或缩短其中的文本。',
    },
    example: { bytes: 1_203_511, limit: MOST_BYTES },
  },
});

/** The size of events as JSON. */
export const bytesOf = (events: readonly object[]): number =>
  events.reduce((sum, event) => sum + Buffer.byteLength(JSON.stringify(event)), 0);

const MOST_ESCAPED = 6; // bytes of a character as JSON, such as \u0000
const SCALAR = 24; // bytes of a number, and more than those of a key's quotes and commas

/** A size that a value has as JSON at the very most: telling it takes less time than writing the JSON. */
export const atMost = (value: unknown): number => {
  if (typeof value === 'string') return MOST_ESCAPED * value.length + SCALAR;
  if (typeof value !== 'object' || value === null) return SCALAR;
  let bytes = SCALAR;
  for (const key in value) bytes += MOST_ESCAPED * key.length + SCALAR + atMost(value[key as keyof typeof value]);
  return bytes;
};

/** The same events. Throws a `Rejection` with the code `TooMuchAtOnce` if no store is sure to take them at once. */
export const storable = <E extends NewEvent>(events: readonly E[]): readonly E[] => {
  if (events.reduce((sum, event) => sum + atMost(event), 0) <= MOST_BYTES) return events;
  const bytes = bytesOf(events);
  return bytes > MOST_BYTES ? appendProblems.reject('TooMuchAtOnce', { bytes, limit: MOST_BYTES }) : events;
};
