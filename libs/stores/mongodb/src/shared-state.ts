import type { Collection, UpdateFilter } from 'mongodb';
import { isDuplicate } from './documents.js';
import { EMPTY, fenceIn, keyOf, ledgerIn, type Change, type State } from './state.js';

export type KeptState = { readonly _id: 'state' } & Partial<State>;

/** One document shared by all processes, changed by compare-and-set. */
export class SharedState {
  constructor(private readonly collection: Collection<KeptState>) {}

  async read(): Promise<State> {
    const kept = await this.collection.findOne({ _id: 'state' });
    return { ...EMPTY, ...kept };
  }

  /** Retries with the current state when another process was faster. Does nothing if `changeOf` returns none; rethrows its errors. */
  async change(changeOf: (state: State) => Change | undefined): Promise<void> {
    for (;;) {
      const state = await this.read();
      const change = changeOf(state);
      if (!change || (await this.replace(state, change))) return;
    }
  }

  /** Whether the change was stored; `false` if another process was faster. */
  async replace(before: State, { next, names, lease }: Change): Promise<boolean> {
    const parts = [...new Set(names)].map((name) => ledgerPart(before, next, name));
    if (lease) parts.push(fencePart(before, next, lease.name));
    const merged = (of: 'is' | 'set' | 'unset') =>
      Object.fromEntries(parts.flatMap((part) => Object.entries(part[of]))) as Record<string, never>;
    const [set, unset] = [merged('set'), merged('unset')];
    const update = { ...(some(set) && { $set: set }), ...(some(unset) && { $unset: unset }) };
    return !some(update) || this.update(merged('is'), update, !some(before.ledgers) && !some(before.fences));
  }

  private async update(is: object, update: UpdateFilter<KeptState>, isFirst: boolean): Promise<boolean> {
    try {
      const done = await this.collection.updateOne({ _id: 'state', ...is }, update, { upsert: isFirst });
      return done.matchedCount + done.upsertedCount > 0;
    } catch (error) {
      if (isDuplicate(error)) return false; // it exists and has changed
      throw error;
    }
  }
}

type Part = Readonly<Record<'is' | 'set' | 'unset', Readonly<Record<string, unknown>>>>;

const some = (record: object) => Object.keys(record).length > 0;

const ABSENT = { $exists: false };

const ledgerPart = (before: State, next: State, name: string): Part => {
  const path = `ledgers.${keyOf(name)}`;
  const [was, becomes] = [ledgerIn(before, name), ledgerIn(next, name)];
  const is = was
    ? {
        [`${path}.home`]: was.home,
        [`${path}.checkpoint`]: was.checkpoint,
        [`${path}.pending.commit`]: was.pending?.commit ?? ABSENT,
      }
    : { [path]: ABSENT };
  if (was === becomes) return { is, set: {}, unset: {} };
  return becomes ? { is, set: { [path]: becomes }, unset: {} } : { is, set: {}, unset: { [path]: '' } };
};

const fencePart = (before: State, next: State, name: string): Part => {
  const path = `fences.${keyOf(name)}`;
  const [was, becomes] = [fenceIn(before, name), fenceIn(next, name)];
  return { is: { [path]: was ?? ABSENT }, set: was === becomes ? {} : { [path]: becomes }, unset: {} };
};
