import { faultId, HistoryIncomplete, streamIncomplete } from '@annals/event-sourcing';
import type { Collection, DocumentStore, EventStore, LogFault } from '@annals/event-sourcing';

/** A fault of the log, and since when it is known, in the format of `toISOString()`. */
export type KnownFault = { readonly fault: LogFault; readonly since: string };

/** How many there are, and the first of them. */
export type KnownFaults = { readonly count: number; readonly first: readonly KnownFault[] };

const FAULTS: Collection = { name: 'log-faults', fields: { since: 'one' }, indexes: [['since']] };

const MOST = 1_000; // faults that are remembered
const SHOWN = 100;

/** Remembers faults of the log where every process finds them. What is known already keeps its time. */
export const noteFaults = async (store: DocumentStore, faults: readonly LogFault[], now: Date): Promise<void> => {
  if (faults.length === 0) return;
  const known = new Set((await store.get(FAULTS.name, faults.map(faultId))).map(({ id }) => id));
  const fresh = faults.filter((fault) => !known.has(faultId(fault)));
  if (fresh.length === 0) return;
  await store.open(FAULTS);
  const room = Math.max(0, MOST - (await store.count(FAULTS.name)));
  const since = now.toISOString();
  await put(
    store,
    fresh.slice(0, room).map((fault) => [faultId(fault), { fault, since }]),
    now,
  );
};

/** The faults that are known, oldest first. */
export const knownFaults = async (store: DocumentStore, limit = SHOWN): Promise<KnownFaults> => {
  const { documents } = await store.find(FAULTS.name, { sort: { field: 'since' }, limit });
  const count = documents.length < limit ? documents.length : await store.count(FAULTS.name);
  return { count, first: documents.map(({ body }) => body as KnownFault) };
};

/**
 * Looks again for what is missing in the log, and forgets what was mended: an event that can be read by now, a stream that is
 * complete again. To be called at the start of a program, in the background.
 */
export const checkLog = async (
  log: EventStore,
  store: DocumentStore,
  { now = () => new Date(), signal }: { readonly now?: () => Date; readonly signal?: AbortSignal | undefined } = {},
): Promise<void> => {
  const found = await gapsIn(log, signal);
  if (signal?.aborted) return;
  const { first } = await knownFaults(store, MOST);
  const mended: string[] = [];
  for (const { fault } of first) {
    const id = faultId(fault);
    if (!found.has(id) && (await isMended(log, fault))) mended.push(id);
  }
  await put(
    store,
    mended.map((id) => [id, null]),
    now(),
  );
  await noteFaults(store, [...found.values()], now());
};

const gapsIn = async (log: EventStore, signal?: AbortSignal): Promise<ReadonlyMap<string, LogFault>> => {
  const found = new Map<string, LogFault>();
  for await (const fault of log.gaps(signal)) {
    found.set(faultId(fault), fault);
    if (found.size === MOST) break;
  }
  return found;
};

const isMended = async (log: EventStore, fault: LogFault): Promise<boolean> => {
  if (fault.kind === 'EventUnreadable') return (await log.readAt([fault])).length > 0;
  if (fault.kind !== 'StreamIncomplete') return true; // it would have been found again
  return (await incompletenessOf(log, fault.stream)) === undefined;
};

/** What is wrong with a stream; `undefined` if nothing is. */
export const incompletenessOf = async (log: EventStore, stream: string): Promise<LogFault | undefined> => {
  try {
    await log.read(stream);
    return undefined;
  } catch (error) {
    if (error instanceof HistoryIncomplete) return streamIncomplete(stream, error.found, undefined, error.near);
    throw error;
  }
};

// By the time, so that a fault that was mended and comes again is newer than its removal.
const put = async (
  store: DocumentStore,
  bodies: readonly (readonly [id: string, body: KnownFault | null])[],
  now: Date,
) => {
  if (bodies.length === 0) return;
  const writes = bodies.map(([id, body]) => ({
    ...{ id, body, position: now.getTime() },
    fields: body ? { since: body.since } : {},
  }));
  await store.commit([{ collection: FAULTS.name, writes }]);
};
