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

/**
 * All that a commit compares and sets. It is one document, since one document is what a server without transactions
 * changes at once.
 */
export type State = {
  /** By `keyOf` their names. */
  readonly ledgers: Readonly<Record<string, Ledger>>;
  /** The tokens of the last leases, by `keyOf` those names under which anything was ever committed. */
  readonly fences: Readonly<Record<string, number>>;
};

/** What a state becomes. The names and the lease are those of the parts that have to be as they were. */
export type Change = { readonly next: State; readonly names: readonly string[]; readonly lease?: Lease | undefined };

export const EMPTY: State = { ledgers: {}, fences: {} };

/** A name without the characters that mean something in a path. */
export const keyOf = (name: string) =>
  name.replace(/[%.$\0]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

export const ledgerIn = ({ ledgers }: State, name: string): Ledger | undefined =>
  Object.hasOwn(ledgers, keyOf(name)) ? ledgers[keyOf(name)] : undefined;

/** How far a collection has been read, with all documents of it. */
export const checkpointOf = ({ checkpoint, pending }: Ledger) => pending?.from ?? checkpoint;

export const withLedger = (state: State, ledger: Ledger): State => ({
  ...state,
  ledgers: { ...state.ledgers, [keyOf(ledger.name)]: ledger },
});

export const withoutLedger = (state: State, name: string): State => ({
  ...state,
  ledgers: Object.fromEntries(Object.entries(state.ledgers).filter(([key]) => key !== keyOf(name))),
});

export const fenceIn = ({ fences }: State, name: string): number | undefined =>
  Object.hasOwn(fences, keyOf(name)) ? fences[keyOf(name)] : undefined;

/** From now on only this lease of its name, or a later one, lets commits in. */
export const withFence = (state: State, { name, token }: Lease): State => ({
  ...state,
  fences: { ...state.fences, [keyOf(name)]: Math.max(token, fenceIn(state, name) ?? 0) },
});

export type Attempt = {
  readonly commit: string;
  readonly commits: readonly Commit[];
  readonly homes: ReadonlyMap<string, string>;
  readonly lease?: Lease | undefined;
  /** Whether there are documents to be written after it. */
  readonly isPending: boolean;
};

/** The commit whose documents have to be written before this one can be judged. */
export const inTheWay = (state: State, commits: readonly Commit[]): string | undefined =>
  commits
    .filter(({ checkpoint }) => checkpoint)
    .map(({ collection }) => ledgerIn(state, collection)?.pending?.commit)
    .find((commit) => commit !== undefined);

/** All checkpoints moved. Throws `Fenced` and `CheckpointConflict`. */
export const advanced = (state: State, attempt: Attempt): Change => {
  const { commits, lease } = attempt;
  if (lease && fenceIn(state, lease.name) !== lease.token) throw new Fenced(lease);
  const next = commits.reduce((each, commit) => stepped(each, commit, attempt), state);
  return { next, names: commits.map(({ collection }) => collection), lease };
};

const stepped = (state: State, { collection, checkpoint }: Commit, { homes, commit, isPending }: Attempt): State => {
  const ledger = ledgerIn(state, collection);
  const isElsewhere = checkpoint && ledger?.checkpoint !== checkpoint.expected;
  if (!ledger || isElsewhere || ledger.home !== homes.get(collection)) throw new CheckpointConflict(collection);
  if (!checkpoint) return state;
  const pending = isPending ? { pending: { commit, from: checkpointOf(ledger) } } : {};
  return withLedger(state, { ...ledger, checkpoint: checkpoint.next, ...pending });
};

/** All documents of a commit written; `undefined` if that was known. */
export const settled = (state: State, commit: string): Change | undefined => {
  const waiting = Object.values(state.ledgers).filter(({ pending }) => pending?.commit === commit);
  if (waiting.length === 0) return undefined;
  const next = waiting.reduce(
    (each, { name, home, checkpoint }) => withLedger(each, { name, home, checkpoint }),
    state,
  );
  return { next, names: waiting.map(({ name }) => name) };
};
