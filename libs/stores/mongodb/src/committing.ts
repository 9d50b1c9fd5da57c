import { CheckpointConflict, Fenced, type Commit, type Lease } from '@annals/event-sourcing';
import { ObjectId } from 'mongodb';
import { setTimeout as delay } from 'node:timers/promises';
import type { Catalogue } from './catalogue.js';
import { keptOf, newest } from './documents.js';
import type { Batch, Entry, Journal } from './journal.js';
import type { SharedState } from './shared-state.js';
import { advanced, inTheWay, ledgerIn, type Attempt, type State } from './state.js';

const LOOKS = [2, 5, 10, 20, 50, 100, 200]; // ms

/**
 * A commit in four steps: its documents are stored in the journal, all checkpoints are moved at once, the documents are
 * written, and the checkpoints become visible. After a crash before the second step nothing has happened; after it, the
 * next commit to one of these checkpoints first writes the documents.
 */
export class Committing {
  constructor(
    private readonly state: SharedState,
    private readonly catalogue: Catalogue,
    private readonly journal: Journal,
  ) {}

  /** Throws `CheckpointConflict` and `Fenced`. */
  async commit(commits: readonly Commit[], lease: Lease | undefined) {
    const commit = new ObjectId().toHexString();
    const state = await this.free(commits);
    const homes = homesOf(state, commits);
    const batches = await this.batches(commits, homes);
    const attempt = { commit, commits, homes, lease, isPending: batches.length > 0 };
    advanced(state, attempt); // checked before anything is written
    if (commits.every(({ checkpoint }) => !checkpoint)) return this.journal.putAll(batches);

    const entries = await this.journal.note(commit, batches);
    const after = await this.moved(state, attempt, entries);
    if (attempt.isPending) await this.journal.settle(commit, entries, after);
  }

  /** A state without pending documents of these collections. */
  private async free(commits: readonly Commit[]): Promise<State> {
    for (;;) {
      const state = await this.state.read();
      const other = inTheWay(state, commits);
      if (other === undefined) return state;
      if (!(await this.isGoneSoon(other, commits))) await this.journal.settleFor(other);
    }
  }

  /** Waits first, because the process that made the commit usually completes it. */
  private async isGoneSoon(commit: string, commits: readonly Commit[]): Promise<boolean> {
    for (const wait of LOOKS) {
      await delay(wait);
      if (inTheWay(await this.state.read(), commits) !== commit) return true;
    }
    return false;
  }

  /** Decides again with the current state. */
  private async moved(state: State, attempt: Attempt, entries: readonly Entry[]): Promise<State> {
    try {
      for (let known = state; ; known = await this.free(attempt.commits)) {
        const change = advanced(known, attempt);
        if (await this.state.replace(known, change)) return change.next;
      }
    } catch (error) {
      if (isRefusal(error)) await this.journal.forget(entries);
      throw error;
    }
  }

  private async batches(commits: readonly Commit[], homes: ReadonlyMap<string, string>): Promise<readonly Batch[]> {
    const batches: Batch[] = [];
    for (const { collection, writes } of commits) {
      const home = homes.get(collection);
      const shape = home === undefined ? undefined : await this.catalogue.shapeOf(home);
      if (home === undefined || !shape) throw new CheckpointConflict(collection);
      batches.push({ home, documents: newest(writes).map((write) => keptOf(shape, write)) });
    }
    return batches.filter(({ documents }) => documents.length > 0);
  }
}

/** Not after an unknown outcome: the journal may then be the only copy of the commit. */
const isRefusal = (error: unknown) => error instanceof CheckpointConflict || error instanceof Fenced;

const homesOf = (state: State, commits: readonly Commit[]) =>
  new Map(commits.flatMap(({ collection }) => ledgerIn(state, collection) ?? []).map(({ name, home }) => [name, home]));
