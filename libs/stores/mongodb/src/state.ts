import { CheckpointConflict, Fenced, type Commit, type Lease } from '@annals/event-sourcing';

/** Where a collection is. */
export type Ledger = {
  readonly name: string;
  /** The MongoDB collection of its documents, never used again after a drop. */
  readonly home: string;
  readonly checkpoint: number;
  /** The commit that has moved it here, as long as its documents are still being written. */
  readonly pending?: { readonly commit: string; readonly from: number };
};

/** All that a commit compares and sets. It is one document, since that is what a server without transactions changes at once. */
export type State = {
  readonly version: number;
  readonly ledgers: readonly Ledger[];
  /** The last leases of those names under which anything was ever committed. */
  readonly fences: readonly { readonly lease: string; readonly token: number }[];
};

export const EMPTY: State = { version: 0, ledgers: [], fences: [] };

export const ledgerIn = ({ ledgers }: State, name: string) => ledgers.find((ledger) => ledger.name === name);

/** How far a collection has been read, with all documents of it. */
export const checkpointOf = ({ checkpoint, pending }: Ledger) => pending?.from ?? checkpoint;

export const withLedger = (state: State, ledger: Ledger): State => ({
  ...state,
  ledgers: [...state.ledgers.filter(({ name }) => name !== ledger.name), ledger],
});

export const withoutLedger = (state: State, name: string): State => ({
  ...state,
  ledgers: state.ledgers.filter((ledger) => ledger.name !== name),
});

export const fenceIn = ({ fences }: State, { name }: Lease) => fences.find(({ lease }) => lease === name)?.token;

/** From now on only this lease of its name, or a later one, lets commits in. */
export const withFence = (state: State, { name, token }: Lease): State => {
  const fence = { lease: name, token: Math.max(token, fenceIn(state, { name, owner: '', token }) ?? 0) };
  return { ...state, fences: [...state.fences.filter(({ lease }) => lease !== name), fence] };
};

export type Attempt = {
  readonly commit: string;
  readonly commits: readonly Commit[];
  readonly homes: ReadonlyMap<string, string>;
  readonly lease?: Lease | undefined;
};

/** The commit whose documents have to be written before this one can be judged. */
export const inTheWay = (state: State, commits: readonly Commit[]): string | undefined =>
  commits
    .filter(({ checkpoint }) => checkpoint)
    .map(({ collection }) => ledgerIn(state, collection)?.pending?.commit)
    .find((commit) => commit !== undefined);

/** With all checkpoints moved. Throws `Fenced` and `CheckpointConflict`. */
export const advanced = (state: State, { commit, commits, homes, lease }: Attempt): State => {
  if (lease && fenceIn(state, lease) !== lease.token) throw new Fenced(lease);
  return commits.reduce((next, { collection, checkpoint }) => {
    const ledger = ledgerIn(next, collection);
    const isElsewhere = checkpoint && ledger?.checkpoint !== checkpoint.expected;
    if (!ledger || isElsewhere || ledger.home !== homes.get(collection)) throw new CheckpointConflict(collection);
    if (!checkpoint) return next;
    const from = checkpointOf(ledger); // it may be moved twice
    return withLedger(next, { ...ledger, checkpoint: checkpoint.next, pending: { commit, from } });
  }, state);
};

/** With all documents of a commit written. */
export const settled = (state: State, commit: string): State => ({
  ...state,
  ledgers: state.ledgers.map(({ pending, ...ledger }) =>
    pending === undefined || pending.commit === commit ? ledger : { ...ledger, pending },
  ),
});
