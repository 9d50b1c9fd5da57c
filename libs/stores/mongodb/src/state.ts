import { CheckpointConflict, Fenced, type Commit, type Lease } from '@annals/event-sourcing';

/** The storage and checkpoint of a collection. */
export type Ledger = {
  readonly name: string;
  /** The MongoDB collection of its documents; never reused after a drop. */
  readonly home: string;
  readonly checkpoint: number;
  /** The commit that moved the checkpoint, while its documents are being written. */
  readonly pending?: { readonly commit: string; readonly from: number };
};

/**
 * Everything that a commit compares and sets, in one document, because a server without transactions changes only one
 * document atomically.
 */
export type State = {
  /** By `keyOf(name)`. */
  readonly ledgers: Readonly<Record<string, Ledger>>;
  /** Tokens of the latest leases under which something was committed, by `keyOf(name)`. */
  readonly fences: Readonly<Record<string, number>>;
};

/** A change of the state. It applies only if the parts of these names and the lease are unchanged. */
export type Change = { readonly next: State; readonly names: readonly string[]; readonly lease?: Lease | undefined };

export const EMPTY: State = { ledgers: {}, fences: {} };

/** A name without the special characters of paths. */
export const keyOf = (name: string) =>
  name.replace(/[%.$\0]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

export const ledgerIn = ({ ledgers }: State, name: string): Ledger | undefined =>
  Object.hasOwn(ledgers, keyOf(name)) ? ledgers[keyOf(name)] : undefined;

/** The position up to which the documents of a collection are complete. */
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

/** From now on commits require this lease of the name or a later one. */
export const withFence = (state: State, { name, token }: Lease): State => ({
  ...state,
  fences: { ...state.fences, [keyOf(name)]: Math.max(token, fenceIn(state, name) ?? 0) },
});

export type Attempt = {
  readonly commit: string;
  readonly commits: readonly Commit[];
  readonly homes: ReadonlyMap<string, string>;
  readonly lease?: Lease | undefined;
  /** Whether documents must be written after it. */
  readonly isPending: boolean;
};

/** The commit whose documents must be written first. */
export const inTheWay = (state: State, commits: readonly Commit[]): string | undefined =>
  commits
    .filter(({ checkpoint }) => checkpoint)
    .map(({ collection }) => ledgerIn(state, collection)?.pending?.commit)
    .find((commit) => commit !== undefined);

/** The state with all checkpoints moved. Throws `Fenced` and `CheckpointConflict`. */
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

/** The state with the documents of a commit marked as written; `undefined` if they already were. */
export const settled = (state: State, commit: string): Change | undefined => {
  const waiting = Object.values(state.ledgers).filter(({ pending }) => pending?.commit === commit);
  if (waiting.length === 0) return undefined;
  const next = waiting.reduce(
    (each, { name, home, checkpoint }) => withLedger(each, { name, home, checkpoint }),
    state,
  );
  return { next, names: waiting.map(({ name }) => name) };
};
