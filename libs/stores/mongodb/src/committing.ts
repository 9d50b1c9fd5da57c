import { CheckpointConflict, type Commit, type Lease } from '@annals/event-sourcing';
import { ObjectId, type Db } from 'mongodb';
import type { Catalogue } from './catalogue.js';
import { keptOf, newest, put } from './documents.js';
import type { Batch, Journal } from './journal.js';
import type { SharedState } from './shared-state.js';
import { advanced, inTheWay, ledgerIn, type Attempt, type State } from './state.js';

/**
 * A commit in four steps: its documents go into the journal, the checkpoints are moved in one step, the documents are
 * written, and readers are told. After a crash before the second it has not happened; after it, whoever wants to move one
 * of the checkpoints next writes the documents first.
 */
export class Committing {
  constructor(
    private readonly database: Db,
    private readonly state: SharedState,
    private readonly catalogue: Catalogue,
    private readonly journal: Journal,
  ) {}

  /** Throws `CheckpointConflict` and `Fenced`. */
  async commit(commits: readonly Commit[], lease: Lease | undefined) {
    const commit = new ObjectId().toHexString();
    const state = await this.free(commits);
    const homes = homesOf(state, commits);
    const attempt: Attempt = { commit, commits, homes, lease };
    const next = advanced(state, attempt);
    const batches = await this.batches(commits, homes);
    if (commits.every(({ checkpoint }) => !checkpoint)) return this.putAll(batches);

    const entries = await this.journal.note(commit, batches);
    if (!(await this.state.replace(state, next))) await this.move(attempt, () => this.journal.forget(entries));
    await this.journal.settle(commit, entries);
  }

  /** A state in which nothing of these collections waits to be written. */
  private async free(commits: readonly Commit[]): Promise<State> {
    for (;;) {
      const state = await this.state.read();
      const other = inTheWay(state, commits);
      if (other === undefined) return state;
      await this.journal.settle(other);
    }
  }

  /** Somebody else has changed the state meanwhile: perhaps nothing that matters. */
  private async move(attempt: Attempt, onRefusal: () => Promise<void>) {
    for (;;) {
      const state = await this.free(attempt.commits);
      const next = await this.judged(state, attempt, onRefusal);
      if (await this.state.replace(state, next)) return;
    }
  }

  private async judged(state: State, attempt: Attempt, onRefusal: () => Promise<void>): Promise<State> {
    try {
      return advanced(state, attempt);
    } catch (error) {
      await onRefusal();
      throw error;
    }
  }

  private async batches(commits: readonly Commit[], homes: ReadonlyMap<string, string>): Promise<readonly Batch[]> {
    const batches: Batch[] = [];
    for (const { collection, writes } of commits) {
      const home = homes.get(collection)!;
      const shape = await this.catalogue.shapeOf(home);
      if (!shape) throw new CheckpointConflict(collection); // dropped meanwhile
      batches.push({ home, documents: newest(writes).map((write) => keptOf(shape, write)) });
    }
    return batches.filter(({ documents }) => documents.length > 0);
  }

  private async putAll(batches: readonly Batch[]) {
    for (const { home, documents } of batches) await put(this.database.collection(home), documents);
  }
}

const homesOf = (state: State, commits: readonly Commit[]) =>
  new Map(commits.flatMap(({ collection }) => ledgerIn(state, collection) ?? []).map(({ name, home }) => [name, home]));
