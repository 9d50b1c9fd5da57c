import type { Collection, Db } from 'mongodb';
import { put, type Kept } from './documents.js';
import { settled, type State } from './state.js';
import type { SharedState } from './shared-state.js';

/** Documents of one collection that a commit is about to write. */
export type Entry = {
  readonly _id: string;
  readonly commit: string;
  readonly home: string;
  readonly documents: readonly Kept[];
  readonly since: Date;
};

export type Batch = { readonly home: string; readonly documents: readonly Kept[] };

const TOGETHER = 500; // documents
const LARGE = 4_000_000; // characters, where MongoDB takes 16 MB

const FORGOTTEN = 86_400_000; // ms

/**
 * Makes a commit all or nothing on a server without transactions: what is to be written is kept until it is written, so
 * that whoever comes after a crash can do it.
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
    for (const entry of entries) await this.entries.insertOne(entry);
    return entries;
  }

  /** Writes the documents of a commit and says so. May be repeated, by several at once. */
  async settle(commit: string, noted?: readonly Entry[]) {
    const entries = noted ?? (await this.entries.find({ commit }).toArray());
    const { ledgers } = await this.state.read();
    const homes = new Set(ledgers.map(({ home }) => home)); // of some the collection may have been dropped
    for (const { home, documents } of entries)
      if (homes.has(home)) await put(this.database.collection(home), documents);
    await this.state.change((state) => settledIn(state, commit));
    await this.forget(entries);
  }

  async forget(entries: readonly Entry[]) {
    if (entries.length > 0) await this.entries.deleteMany({ _id: { $in: entries.map(({ _id }) => _id) } });
  }

  /** Removes what crashes have left that came before the commit. */
  async sweep({ ledgers }: State) {
    const pending = ledgers.flatMap((ledger) => ledger.pending?.commit ?? []);
    await this.entries.deleteMany({ since: { $lt: new Date(Date.now() - FORGOTTEN) }, commit: { $nin: pending } });
  }
}

const settledIn = (state: State, commit: string) =>
  state.ledgers.some(({ pending }) => pending?.commit === commit) ? settled(state, commit) : state;

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
