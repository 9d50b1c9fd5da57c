import { HistoryIncomplete, inParts, streamIncomplete, type LogFault, type StreamAbout } from '@annals/event-sourcing';
import { START } from '@eventstore/db-client';
import type { Connection } from './connection.js';
import { isOurs, recorded } from './envelope.js';
import { isRefusal } from './failures.js';
import type { LogRecord } from './log-record.js';
import { patiently } from './patience.js';
import type { Start } from './progress.js';
import { readRaw, type RawReadOptions } from './raw-read.js';
import { PAGE, type Reader } from './reading.js';

const UNHURRIED = 60_000; // ms, in which the server looks through a long log
const AT_ONCE = 32; // streams
const NAMES = 200; // of streams, in one pattern

/**
 * The streams of Annals that were deleted, or that no longer begin with their first event. EventStoreDB records who deletes or limits a
 * stream: only these records are read, and the streams that they name. A tombstoned stream of which a scavenge has left nothing
 * is not found, because it may be of another program.
 */
export async function* gapsIn(
  connection: Connection,
  reader: Reader,
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<LogFault, void> {
  const lost: string[] = [];
  const names = await limitedIn(connection, signal);
  for (const some of inParts(names, AT_ONCE)) {
    if (signal.aborted) return;
    const found = await Promise.all(some.map((name) => beginningOf(reader, name)));
    lost.push(...found.flatMap(({ name, fault }) => (fault === 'lost' ? [name] : [])));
    yield* found.flatMap(({ fault }) => (fault && fault !== 'lost' ? [fault] : []));
  }
  for (const some of inParts(lost, NAMES)) yield* deletedAmong(connection, some, signal);
}

const TOMBSTONE = '$streamDeleted';
const METADATA = '$$';

/** The streams that were deleted, or whose metadata let them begin later. */
const limitedIn = async (connection: Connection, signal: AbortSignal): Promise<readonly string[]> => {
  const names = new Set<string>();
  const pattern = { type: String.raw`^\$(metadata|streamDeleted)$` };
  for await (const { type, stream, event } of matching(connection, { pattern }, signal)) {
    const name = type === TOMBSTONE ? stream : stream.slice(METADATA.length);
    if (name.startsWith('$')) continue;
    if (type === TOMBSTONE || isLimit(event().data)) names.add(name);
    else names.delete(name);
  }
  return [...names];
};

const isLimit = (metadata: unknown): boolean =>
  typeof metadata === 'object' && ['$tb', '$maxCount', '$maxAge'].some((key) => key in (metadata ?? {}));

/** `lost` if nothing of the stream can be read. */
const beginningOf = async (
  reader: Reader,
  name: string,
): Promise<{ readonly name: string; readonly fault?: LogFault | 'lost' }> => {
  try {
    const [first] = await reader.stream(name, 0, { most: 1 });
    if (!first) return { name, fault: 'lost' };
    if (first.revision === 0n || !isOurs(first)) return { name };
    return { name, fault: streamIncomplete(name, 'truncated', 0, aboutOf(first)) };
  } catch (error) {
    if (error instanceof HistoryIncomplete) return { name, fault: 'lost' };
    throw error;
  }
};

/** The log still has events of a stream that was deleted, until a scavenge, and the last one of those that were not tombstoned. */
async function* deletedAmong(
  connection: Connection,
  names: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<LogFault, void> {
  const left = new Set(names);
  const pattern = { stream: `^(${names.map(RegExp.escape).join('|')})$` };
  for await (const record of matching(connection, { pattern }, signal)) {
    const event = record.type === TOMBSTONE ? undefined : record.event();
    if (!event || !left.delete(record.stream)) continue;
    if (isOurs(event)) yield streamIncomplete(record.stream, 'deleted', undefined, aboutOf(event));
    if (left.size === 0) return;
  }
}

const aboutOf = (event: Parameters<typeof recorded>[0]): StreamAbout => {
  const { subject, type } = recorded(event, '');
  return { subject, type };
};

/** All records of the log that match a pattern, in its order. */
async function* matching(
  connection: Connection,
  options: RawReadOptions,
  signal: AbortSignal,
): AsyncGenerator<LogRecord, void> {
  const { patience, over } = connection;
  let from: Start = START;
  let last: string | undefined;
  while (!signal.aborted) {
    const read = () => readRaw(connection, from, PAGE, { ...options, answerWithin: UNHURRIED });
    const page: readonly LogRecord[] = await patiently(read, patience, isRefusal, over);
    yield* page.filter(({ id }) => id !== last);
    const end = page.at(-1);
    if (!end || page.length < PAGE) return;
    [from, last] = [end.position, end.id];
  }
}
