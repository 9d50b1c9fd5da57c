import {
  eventsMissing,
  outOfOrder,
  streamIncomplete,
  type LogFault,
  type RecordedEvent,
  type StreamAbout,
} from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';

const STEP = 2_000; // rows between two turns of the event loop

type Entry = Pick<RecordedEvent, 'stream' | 'revision' | 'position'>;

/**
 * What can be seen without reading events: missing positions, incomplete streams and streams in another order than the log.
 * It goes through the index of streams in small steps, and through the table only if an event is missing.
 */
export async function* gapsIn(database: Database, signal?: AbortSignal): AsyncGenerator<LogFault, void> {
  const over = () => signal?.aborted === true || !database.open;
  const sql = statements(database);
  const last = sql.last.get() ?? 0; // before the head, which others may move
  const head = sql.head.get() ?? 0;
  if (last > head) yield eventsMissing(head + 1, last);
  const count = yield* incompleteUpTo(sql, head, over);
  if (count < head && !over()) yield* missingUpTo(sql, head, over);
}

/** Returns the number of events. */
async function* incompleteUpTo(
  { streams, about }: Statements,
  head: number,
  over: () => boolean,
): AsyncGenerator<LogFault, number> {
  let count = 0;
  let before: Entry = { stream: '', revision: -1, position: 0 };
  while (!over()) {
    const entries = streams.all({ ...before, head, limit: STEP });
    for (const entry of entries) {
      const fault = faultBetween(before, entry, () => about.get(entry.position));
      if (fault) yield fault;
      before = entry;
    }
    count += entries.length;
    if (entries.length < STEP) break;
    await turn();
  }
  return count;
}

const faultBetween = (
  before: Entry,
  { stream, revision, position }: Entry,
  about: () => StreamAbout | undefined,
): LogFault | undefined => {
  const isFirst = stream !== before.stream;
  const due = isFirst ? 0 : before.revision + 1;
  if (revision > due) return streamIncomplete(stream, isFirst ? 'truncated' : 'gap', due, about());
  return !isFirst && position < before.position ? outOfOrder({ stream, revision, position }) : undefined;
};

async function* missingUpTo(
  { positions }: Statements,
  head: number,
  over: () => boolean,
): AsyncGenerator<LogFault, void> {
  let after = 0;
  while (after < head && !over()) {
    const found = positions.all({ after, head, limit: STEP });
    for (const position of [...found, ...(found.length < STEP ? [head + 1] : [])]) {
      if (position > after + 1) yield eventsMissing(after + 1, position - 1);
      after = position;
    }
    await turn();
  }
}

type Statements = ReturnType<typeof statements>;

const statements = (database: Database) => ({
  head: database.prepare<[], number | null>('SELECT max(position) FROM events').pluck(),
  /** The last position that was ever given. */
  last: database.prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'events'`).pluck(),
  streams: database.prepare<[Entry & { head: number; limit: number }], Entry>(`
    SELECT stream, revision, position FROM events
    WHERE (stream, revision) > (@stream, @revision) AND position <= @head
    ORDER BY stream, revision LIMIT @limit`),
  about: database.prepare<[number], StreamAbout>(
    `SELECT type, CASE WHEN json_valid(body) THEN body ->> '$.subject' END AS subject FROM events WHERE position = ?`,
  ),
  positions: database
    .prepare<[{ after: number; head: number; limit: number }], number>(
      'SELECT position FROM events WHERE position > @after AND position <= @head ORDER BY position LIMIT @limit',
    )
    .pluck(),
});
