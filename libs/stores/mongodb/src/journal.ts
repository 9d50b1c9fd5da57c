import type { Collection, Db } from 'mongodb';
import { put, type Kept } from './documents.js';
import { settled, type State } from './state.js';
import type { SharedState } from './shared-state.js';

/** Documents of one collection that a commit will write. */
export type Entry = {
  readonly _id: string;
  readonly commit: string;
  readonly home: string;
  readonly documents: readonly Kept[];
  readonly since: Date;
};

export type Batch = { readonly home: string; readonly documents: readonly Kept[] };

const TOGETHER = 500; // documents
const LARGE = 4_000_000; // characters; MongoDB accepts 16 MB

const FORGOTTEN = 86_400_000; // ms

/**
 * Makes a commit atomic on a server without transactions: its documents are kept in the journal until they are written,
 * so that another process can complete the commit after a crash.
 */
export class Journal {
  private readonly entries: Collection<Entry>;

  constructor(
    private readonly database: Db,
    private readonly state: SharedState,
  ) {
    this.entries = database.collection('annals.journal');
  }

  async note(commit: string, batches: readonly Batch[]): Promise<readonly Entry[]> {
    const since = new Date();
    const entries = batches
      .flatMap(({ home, documents }) => chunksOf(documents).map((chunk) => ({ home, documents: chunk })))
      .map((entry, index) => ({ _id: `${commit}/${index}`, commit, ...entry, since }));
    if (entries.length > 0) await this.entries.insertMany([...entries]);
    return entries;
  }

  /** Writes the documents of a commit and marks it as written. */
  async settle(commit: string, entries: readonly Entry[], state: State) {
    await this.putAll(entries);
    const change = settled(state, commit);
    const isDone = !change || (await this.state.replace(state, change));
    if (!isDone) await this.state.change((later) => settled(later, commit));
    await this.forget(entries);
  }

  /** Does the same for another process that crashed or is still writing. */
  async settleFor(commit: string) {
    const entries = await this.entries.find({ commit }).toArray();
    const state = await this.state.read();
    const homes = new Set(Object.values(state.ledgers).map(({ home }) => home)); // some may have been dropped since
    await this.putAll(entries.filter(({ home }) => homes.has(home)));
    await this.settle(commit, [], state);
    await this.forget(entries);
  }

  async putAll(batches: readonly Batch[]) {
    for (const { home, documents } of batches) await put(this.database.collection(home), documents);
  }

  async forget(entries: readonly Entry[]) {
    if (entries.length > 0) await this.entries.deleteMany({ _id: { $in: entries.map(({ _id }) => _id) } });
  }

  /** Removes journal entries that crashes left before the commit. */
  async sweep({ ledgers }: State) {
    const pending = Object.values(ledgers).flatMap((ledger) => ledger.pending?.commit ?? []);
    await this.entries.deleteMany({ since: { $lt: new Date(Date.now() - FORGOTTEN) }, commit: { $nin: pending } });
  }
}

const chunksOf = (documents: readonly Kept[]): Kept[][] => {
  const chunks: Kept[][] = [];
  let size = Infinity;
  for (const document of documents) {
    const { length } = document.body ?? '';
    const isFull = size + length > LARGE || chunks.at(-1)?.length === TOGETHER;
    if (isFull) chunks.push([]);
    size = isFull ? length : size + length;
    chunks.at(-1)!.push(document);
  }
  return chunks;
};
