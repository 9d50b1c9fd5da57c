import { CustomerRestored, MergeUndone, NeedClosed } from '@annals/contracts-customers';
import { fold } from '@annals/event-sourcing';
import { begun, customerId, decider, file, given, ids, mergedAs, mergedId, undo } from '../test/two.js';
import { completeMerges } from './merge.policy.js';

describe('before the survivor has it undone, the merged customer', () => {
  const of = (...past: readonly object[]) => fold(decider, past as never);
  const restored = CustomerRestored.event({ customerId: mergedId, survivorId: customerId, reason: undo.reason });
  const closing = { needId: 'n-1', outcome: 'fulfilled', reason: 'Done' } as const;
  const survivor = of(
    file(customerId),
    mergedAs({
      needs: [
        { needId: 'n-1', as: 'n-1' },
        { needId: 'n-2', as: 'n-2' },
      ],
    }),
    NeedClosed.event({ customerId, ...closing }),
  );
  const preceding = (other: ReturnType<typeof of>, mine = survivor) => decider.preceding!(undo, [], mine, other);

  it('takes changes again, and knows what became of its needs', () =>
    expect(preceding(of(file(mergedId), begun))).toEqual({
      stream: 'customer-u-2',
      events: [restored, NeedClosed.event({ customerId: mergedId, ...closing })],
    }));
  it('is restored once', () => {
    expect(preceding(of(file(mergedId), begun, restored))).toBeUndefined();
    expect(preceding(of(file(mergedId), begun), null)).toBeUndefined();
    expect(preceding(null)).toBeUndefined();
  });
});

describe('an undoing', () => {
  const complete = { ...undo, type: 'CompleteUndoMerge' } as const;
  const restored = CustomerRestored.event({ customerId: mergedId, survivorId: customerId, reason: undo.reason });
  const undone = MergeUndone.event({ ...ids, reason: undo.reason, returned: [], kept: [], unsaid: [] });
  it('is completed after a crash', () =>
    given(file(customerId), mergedAs()).inContext(file(mergedId), begun, restored).when(complete).then(undone));
  it('is completed once', () =>
    given(file(customerId), mergedAs(), undone)
      .inContext(file(mergedId), begun, restored)
      .when(complete)
      .thenNothing());
  it('does not part customers that were merged again meanwhile', () =>
    given(file(customerId), mergedAs(), undone, mergedAs())
      .inContext(file(mergedId), begun, restored, begun)
      .when(complete)
      .thenNothing());
});

it('completes what was interrupted', () => {
  const types = (drafts: readonly { readonly type: string }[] | undefined) => drafts?.map(({ type }) => type);
  expect(types(completeMerges.on.MergeBegun?.(begun as never))).toEqual(['CompleteMerge', 'AbandonMerge']);
  const restored = CustomerRestored.event({ customerId: mergedId, survivorId: customerId, reason: 'No' });
  expect(types(completeMerges.on.CustomerRestored?.(restored as never))).toEqual(['CompleteUndoMerge']);
});
