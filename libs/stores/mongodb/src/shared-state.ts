import type { Collection } from 'mongodb';
import { isDuplicate } from './documents.js';
import { EMPTY, type State } from './state.js';

export type KeptState = State & { readonly _id: 'state' };

/** One document for all processes, changed by compare-and-set. */
export class SharedState {
  constructor(private readonly collection: Collection<KeptState>) {}

  async read(): Promise<State> {
    const kept = await this.collection.findOne({ _id: 'state' });
    return kept ?? EMPTY;
  }

  /** Starts over with what somebody else has made of it meanwhile; a change may throw, or leave the state as it is. */
  async change(change: (state: State) => State | Promise<State>): Promise<void> {
    for (;;) {
      const state = await this.read();
      const next = await change(state);
      if (next === state || (await this.replace(state, next))) return;
    }
  }

  /** Whether nobody was faster. */
  async replace({ version }: State, { ledgers, fences }: State): Promise<boolean> {
    const next = { version: version + 1, ledgers, fences };
    if (version === 0) return this.create(next);
    const { matchedCount } = await this.collection.replaceOne({ _id: 'state', version }, next);
    return matchedCount === 1;
  }

  private async create(state: State): Promise<boolean> {
    try {
      await this.collection.insertOne({ _id: 'state', ...state });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }
}
