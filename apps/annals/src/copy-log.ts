import { bothLogs, type BothLogs, configurationOf, documentsOf } from '@annals/composition';
import type { EventStore, RecordedEvent } from '@annals/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import { displayProgress, type ProgressDisplay } from './progress.js';

const TOGETHER = 10; // events of one stream; EventStoreDB takes 1 MiB at once

/**
 * `annals copy-log`: brings the log of the data folder into the EventStoreDB that EVENT_STORE_URL names, and compares the
 * two. The copy is the same log, by its identity too: events keep their ids, their order and the times at which they were
 * recorded; they get new positions, so the views go, and are made anew. Repeated, it goes on where it was.
 */
export const copyLog = async (): Promise<void> => {
  const configuration = configurationOf(process.env);
  const logs = await bothLogs(configuration);
  const display = displayProgress('Log');
  try {
    const [after, head] = [await copiedOf(logs), await logs.from.head()];
    await logs.to.adoptIdentity(await logs.from.identity());
    if (after < head) await dropViews(await documentsOf(configuration));
    await copyAfter(after, logs, (position) => display.show({ done: position, total: head, note: 'copied' }));
    const count = await compare(logs, head, display);
    display.end();
    console.log(`The EventStoreDB has all ${count.toLocaleString('en')} events of ${configuration.dataDir}.`);
  } finally {
    display.end();
    await logs.from.close();
    await logs.to.close();
  }
};

/** Up to which position of the one log the other one has its events; only copies are ever written in order. */
const copiedOf = async ({ from, to }: BothLogs): Promise<number> => {
  const last = await lastOf(to);
  if (!last) return 0;
  const original = (await from.read(last.stream)).find(({ id }) => id === last.id);
  if (!original) throw new Error('The EventStoreDB holds events that the log in the data folder does not have.');
  return original.position;
};

const lastOf = async (log: EventStore): Promise<RecordedEvent | undefined> => {
  const head = await log.head();
  for await (const events of log.readAll(Math.max(0, head - 1))) return events.at(-1);
  return undefined;
};

const dropViews = async (documents: Awaited<ReturnType<typeof documentsOf>>) => {
  try {
    for (const name of await documents.collections()) await documents.drop(name);
  } finally {
    await documents.close();
  }
};

const copyAfter = async (after: number, { from, to }: BothLogs, show: (position: number) => void) => {
  for await (const batch of from.readAll(after))
    for (const events of ofOneStream(batch)) {
      const { stream, revision, position } = events[0]!;
      await to.adopt(stream, revision - 1, events);
      show(position);
    }
};

function* ofOneStream(events: readonly RecordedEvent[]): Iterable<readonly RecordedEvent[]> {
  let run: RecordedEvent[] = [];
  for (const event of events) {
    if (run.length === TOGETHER || (run.length > 0 && run[0]!.stream !== event.stream)) {
      yield run;
      run = [];
    }
    run.push(event);
  }
  if (run.length > 0) yield run;
}

/** Answers with how many events both have. Throws at the first difference. */
const compare = async ({ from, to }: BothLogs, head: number, display: ProgressDisplay): Promise<number> => {
  const copies = each(to);
  let count = 0;
  for await (const original of each(from)) {
    const { id, position } = original;
    const { value: copy } = await copies.next();
    if (!copy) throw new Error(`The EventStoreDB ends before event ${id}, the ${position}. Run it again.`);
    if (!isDeepStrictEqual({ ...copy, position }, original))
      throw new Error(`Event ${id}, the ${position}, is another one there.`);
    count += 1;
    display.show({ done: position, total: Math.max(head, position), note: 'compared' });
  }
  if (!(await copies.next()).done)
    throw new Error('The EventStoreDB holds more events than the log in the data folder.');
  return count;
};

async function* each(log: EventStore): AsyncGenerator<RecordedEvent, undefined> {
  for await (const events of log.readAll(0)) yield* events;
  return undefined;
}
