import { annalsCatalogue, configurationOf, hasData, logOf } from '@annals/composition';
import { faultId, Inspection, UpcastingEventStore, type EventStore, type LogFault } from '@annals/event-sourcing';
import { incompletenessOf } from '@annals/projecting';
import { SqliteEventStore } from '@annals/store-sqlite';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DATA, LOG, readManifest, sealed, type CopiedFile } from './manifest.js';
import { print } from './print.js';
import { displayProgress } from './progress.js';

/** What a whole log was found to be; `faults` has at most 1,000 of `count`. */
export type Verified = {
  readonly log: string;
  readonly head: number;
  readonly events: number;
  readonly streams: number;
  readonly count: number;
  readonly faults: readonly LogFault[];
};

const MOST = 1_000;
const AT_ONCE = 32; // streams

/**
 * `annals verify`: reads the whole log, or that of a backup, and says everything that is missing, incomplete, out of order
 * or not readable. Exits with 1 if there is anything.
 */
export const verify = async (
  place: string | undefined,
  { json = false }: { readonly json?: boolean },
): Promise<void> => {
  const found = place === undefined ? await verifyInstalled() : await verifyCopy(place);
  if (json) print(JSON.stringify(found));
  else explain(found, place);
  if (found.count > 0) process.exitCode = 1;
};

const explain = ({ events, streams, count, faults }: Verified, place = 'The log') => {
  for (const { kind, message } of faults) print(`${kind}: ${message}`);
  if (count > faults.length) print(`… and ${(count - faults.length).toLocaleString('en')} more.`);
  const extent = `${events.toLocaleString('en')} events in ${streams.toLocaleString('en')} streams`;
  print(
    count === 0 ? `${place} is whole: ${extent}.` : `${place} has ${count.toLocaleString('en')} faults: ${extent}.`,
  );
};

const verifyInstalled = async (): Promise<Verified> => {
  const configuration = configurationOf(process.env);
  if (!hasData(configuration)) throw new Error(`${configuration.dataDir} contains no Annals data.`);
  return verified(await logOf(configuration), configuration.eventStoreUrl === undefined);
};

/** On a copy, because a database that is opened creates files beside it. */
const verifyCopy = async (place: string): Promise<Verified> => {
  const backup = (await stat(place)).isDirectory() ? await logIn(place) : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'annals-verify-'));
  try {
    await copyFile(backup ? join(place, DATA, LOG) : place, join(folder, LOG));
    if (backup && !isDeepStrictEqual(await sealed(folder, LOG), backup))
      throw new Error(`${join(place, DATA, LOG)} has changed since the backup was written.`);
    return await verified(new SqliteEventStore({ file: join(folder, LOG) }), true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const logIn = async (folder: string): Promise<CopiedFile> => {
  const { files } = await readManifest(folder);
  const log = files.find(({ name }) => name === LOG);
  if (log) return log;
  throw new Error(`${folder} contains no log, which the EventStoreDB has to back up.`);
};

/** Closes the log. `gapless`: its positions are 1, 2, 3 … */
const verified = async (stored: EventStore, gapless: boolean): Promise<Verified> => {
  const { contracts } = annalsCatalogue(configurationOf(process.env));
  const log = new UpcastingEventStore(stored, contracts, { unknownTypes: 'unreadable' });
  const display = displayProgress('Log');
  const faults = new Map<string, LogFault>();
  const add = (fault: LogFault) => void faults.set(faultId(fault), fault);
  try {
    const [identity, head] = [await log.identity(), await log.head()];
    const inspection = new Inspection(gapless);
    for await (const events of log.readAll(0, { unreadable: true })) {
      for (const event of events) inspection.take(event).forEach(add);
      const done = events.at(-1)!.position;
      display.show({ done, total: Math.max(head, done), note: 'read' });
    }
    for await (const fault of log.gaps()) add(fault);
    if (!gapless) for (const fault of await incompleteIn(log, inspection.streams)) add(fault);
    const all = [...faults.values()];
    const { events, size: streams } = inspection;
    return { log: identity, head, events, streams, count: all.length, faults: all.slice(0, MOST) };
  } finally {
    display.end();
    await log.close();
  }
};

/** A server still has the events of streams that were deleted or truncated in its whole log, until it is scavenged. */
const incompleteIn = async (log: EventStore, streams: Iterable<string>): Promise<readonly LogFault[]> => {
  const faults: LogFault[] = [];
  const names = [...streams];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const found = await Promise.all(names.slice(at, at + AT_ONCE).map((name) => incompletenessOf(log, name)));
    for (const fault of found)
      if (fault?.kind === 'StreamIncomplete' && fault.found !== 'unreadable') faults.push(fault);
  }
  return faults;
};
