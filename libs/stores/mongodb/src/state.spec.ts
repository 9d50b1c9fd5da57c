import { CheckpointConflict, Fenced, type Commit } from '@annals/event-sourcing';
import * as states from './state.js';

const { advanced, checkpointOf, EMPTY, inTheWay, keyOf, ledgerIn, settled, withFence, withLedger, withoutLedger } =
  states;
type State = states.State;

const lease = { name: 'lane', owner: 'one', token: 2 };
const homes = new Map([
  ['a', 'a~1'],
  ['b', 'b~1'],
]);
const both = [...homes].reduce<State>((state, [name, home]) => withLedger(state, { name, home, checkpoint: 0 }), EMPTY);
const moving = (expected: number, ...collections: string[]): Commit[] =>
  collections.map((collection) => ({ collection, writes: [], checkpoint: { expected, next: expected + 1 } }));
const attemptOf = (commits: readonly Commit[], isPending = true) => ({ commit: 'first', commits, homes, isPending });
const after = (state: State, commits: readonly Commit[]) => advanced(state, attemptOf(commits)).next;
const shown = (state: State) => ['a', 'b'].map((name) => checkpointOf(ledgerIn(state, name)!));

describe('the state of all collections', () => {
  it('shows moved checkpoints when the documents are written, all at once', () => {
    const moved = after(both, moving(0, 'a', 'b'));
    expect(shown(moved)).toEqual([0, 0]);
    expect(settled(moved, 'other')).toBeUndefined();
    expect(settled(moved, 'first')?.names).toEqual(['a', 'b']);
    expect(shown(settled(moved, 'first')!.next)).toEqual([1, 1]);
  });

  it('shows them at once where no documents are to be written', () => {
    expect(shown(advanced(both, attemptOf(moving(0, 'a'), false)).next)).toEqual([1, 0]);
  });

  it('moves one checkpoint twice in a commit', () => {
    const moved = after(both, [...moving(0, 'a'), ...moving(1, 'a')]);
    expect(shown(moved)).toEqual([0, 0]);
    expect(shown(settled(moved, 'first')!.next)).toEqual([2, 0]);
  });

  it('moves none when one of them is elsewhere, and none of a collection that is not there or not the same', () => {
    expect(() => after(both, [...moving(0, 'a'), ...moving(1, 'b')])).toThrow(CheckpointConflict);
    expect(() => after(withoutLedger(both, 'a'), moving(0, 'a'))).toThrow(CheckpointConflict);
    const reopened = withLedger(both, { name: 'a', home: 'a~2', checkpoint: 0 });
    expect(() => after(reopened, moving(0, 'a'))).toThrow(CheckpointConflict);
    expect(() => after(reopened, [{ collection: 'a', writes: [] }])).toThrow(CheckpointConflict);
  });

  it('tells which commit has to be written first, but not to those that move nothing', () => {
    const moved = after(both, moving(0, 'a'));
    expect(inTheWay(moved, moving(1, 'b', 'a'))).toBe('first');
    expect(inTheWay(moved, [{ collection: 'a', writes: [] }, ...moving(0, 'b')])).toBeUndefined();
    expect(inTheWay(settled(moved, 'first')!.next, moving(1, 'a'))).toBeUndefined();
  });

  it('lets in the last lease alone, and never steps back to an earlier one', () => {
    const commit = (state: State) => () => advanced(state, { ...attemptOf(moving(0, 'a')), lease });
    const fenced = withFence(withFence(both, lease), { ...lease, token: 1 });
    expect(commit(fenced)).not.toThrow();
    expect(commit(both)).toThrow(Fenced);
    expect(commit(withFence(fenced, { ...lease, token: 3 }))).toThrow(Fenced);
  });

  it('keeps names apart that would be paths', () => {
    expect(keyOf('view-v1.b2')).toBe('view-v1%2eb2');
    expect(new Set(['a.b', 'a%2eb', 'a$b', 'a\0b', 'ab'].map(keyOf))).toHaveProperty('size', 5);
    expect(ledgerIn(EMPTY, 'toString')).toBeUndefined();
  });
});
