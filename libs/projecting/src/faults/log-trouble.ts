import type { Collection, DocumentStore } from '@annals/event-sourcing';

/** The engine of the log is away, full or refuses: since when, in the format of `toISOString()`, and why, in a sentence. */
export type LogTrouble = { readonly reason: string; readonly trouble: string; readonly since: string };

const TROUBLE: Collection = { name: 'log-trouble', fields: {}, indexes: [] };
const ONLY = 'log';

/** What a process has last written of the engine of the log; `undefined` if it answers. */
export const knownTrouble = async (store: DocumentStore): Promise<LogTrouble | undefined> => {
  const [known] = await store.get(TROUBLE.name, [ONLY]);
  return (known?.body as LogTrouble | undefined) ?? undefined;
};

/** Remembers it for programs that start meanwhile. Of several processes, the one that noticed it first counts. */
export const noteTrouble = async (store: DocumentStore, trouble: LogTrouble | undefined, now: Date): Promise<void> => {
  const known = await knownTrouble(store);
  const body = trouble ? earliest(known, trouble) : null;
  if (body === (known ?? null)) return;
  await store.open(TROUBLE);
  await store.commit([{ collection: TROUBLE.name, writes: [{ id: ONLY, position: now.getTime(), body, fields: {} }] }]);
};

/** The same trouble is the known one unless it was noticed earlier. */
const earliest = (known: LogTrouble | undefined, found: LogTrouble): LogTrouble => {
  const since = known && known.since < found.since ? known.since : found.since;
  return known?.reason === found.reason && known.since === since ? known : { ...found, since };
};
