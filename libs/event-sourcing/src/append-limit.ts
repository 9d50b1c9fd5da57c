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

const ESCAPED = 6; // bytes of a character, at most

/** At least the size of a JSON value, for a fraction of the time. */
export const boundOf = (value: unknown): number => {
  if (typeof value === 'string') return ESCAPED * value.length + 3;
  if (typeof value !== 'object' || value === null) return 26; // as many as the longest number has, with a comma
  let bytes = 3;
  for (const name of Object.keys(value))
    bytes += ESCAPED * name.length + 3 + boundOf((value as Readonly<Record<string, unknown>>)[name]);
  return bytes;
};

/** The same events. Throws a `Rejection` with the code `TooMuchAtOnce` if no store is sure to take them at once. */
export const storable = <E extends NewEvent>(events: readonly E[]): readonly E[] => {
  if (boundOf(events) <= MOST_BYTES) return events;
  const bytes = bytesOf(events);
  return bytes > MOST_BYTES ? appendProblems.reject('TooMuchAtOnce', { bytes, limit: MOST_BYTES }) : events;
};
