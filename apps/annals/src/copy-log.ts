import { bothLogs, type BothLogs, configurationOf, documentsOf, recordsOf } from '@annals/composition';
import type { Configuration } from '@annals/configuration';
import type { EventStore, RecordedEvent } from '@annals/event-sourcing';
import { keepSkips } from '@annals/projecting';
import { isDeepStrictEqual } from 'node:util';
import { copyAfter } from './copying.js';
import { displayProgress, type ProgressDisplay } from './progress.js';
import { print } from './print.js';

/**
 * `annals copy-log`: copies the log of the data folder into the EventStoreDB at EVENT_STORE_URL and compares both. The
 * copy has the same identity: events keep their ids, order and recording times. Positions change, so the views are
 * deleted and rebuilt. Run again after an interruption, it continues where it stopped.
 */
export const copyLog = async (): Promise<void> => {
  const configuration = configurationOf(process.env);
  const logs = await bothLogs(configuration);
  const display = displayProgress('Log');
  try {
    const [after, head] = [await copiedOf(logs), await logs.from.head()];
    await logs.to.adoptIdentity(await logs.from.identity());
    if (after < head) await dropViews(configuration);
    await copyAfter(after, logs, (position) => display.show({ done: position, total: head, note: 'copied' }));
    const count = await compare(logs, head, display);
    display.end();
    print(`The EventStoreDB has all ${count.toLocaleString('en')} events of ${configuration.dataDir}.`);
  } finally {
    display.end();
    await logs.from.close();
    await logs.to.close();
  }
};

/** The position up to which the target has the events of the source; copies are written in order. */
const copiedOf = async ({ from, to }: BothLogs): Promise<number> => {
  const last = await lastOf(to);
  if (!last) return 0;
  const original = (await from.read(last.stream)).find(({ id }) => id === last.id);
  if (!original) throw new Error('The EventStoreDB contains events that are not in the log of the data folder.');
  return original.position;
};

const lastOf = async (log: EventStore): Promise<RecordedEvent | undefined> => {
  const head = await log.head();
  for await (const events of log.readAll(Math.max(0, head - 1))) return events.at(-1);
  return undefined;
};

const dropViews = async (configuration: Configuration) => {
  const [documents, records] = [await documentsOf(configuration), await recordsOf(configuration)];
  try {
    await keepSkips(records, documents);
    for (const name of await documents.collections()) await documents.drop(name);
  } finally {
    await documents.close();
    await records.close();
  }
};

/** The number of events in both logs. Throws at the first difference. */
const compare = async ({ from, to }: BothLogs, head: number, display: ProgressDisplay): Promise<number> => {
  const copies = each(to);
  let count = 0;
  for await (const original of each(from)) {
    const { id, position } = original;
    const { value: copy } = await copies.next();
    if (!copy)
      throw new Error(`The EventStoreDB ends before event ${id} at position ${position}. Run the command again.`);
    if (!isDeepStrictEqual({ ...copy, position }, original))
      throw new Error(`Event ${id} at position ${position} differs in the EventStoreDB.`);
    count += 1;
    display.show({ done: position, total: Math.max(head, position), note: 'compared' });
  }
  if (!(await copies.next()).done)
    throw new Error('The EventStoreDB contains more events than the log of the data folder.');
  return count;
};

async function* each(log: EventStore): AsyncGenerator<RecordedEvent, undefined> {
  for await (const events of log.readAll(0)) yield* events;
  return undefined;
}
