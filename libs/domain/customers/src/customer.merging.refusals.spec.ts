import { CustomerRestored, MergeAbandoned, MergeBegun, MergeUndone } from '@annals/contracts-customers';
import { fold } from '@annals/event-sourcing';
import {
  begun,
  customerId,
  decider,
  file,
  given,
  ids,
  merge,
  mergedAs,
  mergedId,
  reason,
  plain,
  change,
  changed,
} from '../test/two.js';

describe('a merge is refused', () => {
  it('with itself', () =>
    given(file(customerId))
      .when({ ...merge, mergedId: customerId })
      .thenRejected('MergedWithItself', { customerId }));
  it('of customers who are not registered', () => {
    given().inContext(file(mergedId)).when(merge).thenRejected('CustomerNotRegistered', { customerId });
    given(file(customerId)).when(merge).thenRejected('CustomerNotRegistered', { customerId: mergedId });
  });
  it('of a person and an organisation', () =>
    given(file(customerId))
      .inContext(file(mergedId, { kind: 'person' }))
      .when(merge)
      .thenRejected('MergeOfKindsDiffering'));
  it('into a customer who is merged', () =>
    given(file(customerId), MergeBegun.event({ ...begun.data, customerId, survivorId: 'u-9' }))
      .inContext(file(mergedId))
      .when(merge)
      .thenRejected('CustomerMerged', { customerId, survivorId: 'u-9' }));
  it('of a customer who is merged into another one', () =>
    given(file(customerId))
      .inContext(file(mergedId), MergeBegun.event({ ...begun.data, survivorId: 'u-9' }))
      .when(merge)
      .thenRejected('CustomerMerged', { customerId: mergedId, survivorId: 'u-9' }));
  it('with other choices or for another reason than before', () => {
    const after = given(file(customerId), mergedAs()).inContext(file(mergedId), begun);
    after.when({ ...merge, reason: 'Other' }).thenRejected('AlreadyMerged', ids);
    after.when({ ...merge, choices: { phone: 'merged' } }).thenRejected('AlreadyMerged', ids);
  });
});

describe('a merge that is repeated', () => {
  it('does nothing', () =>
    given(file(customerId), mergedAs()).inContext(file(mergedId), begun).when(merge).thenNothing());
  it('is completed after a crash', () =>
    given(file(customerId))
      .inContext(file(mergedId), begun)
      .when({ ...merge, type: 'CompleteMerge', choices: {} })
      .then(plain()));
  it('is not begun anew by what completes merges, if it was undone meanwhile', () => {
    const restored = CustomerRestored.event({ customerId: mergedId, survivorId: customerId, reason: 'No' });
    const complete = { ...merge, type: 'CompleteMerge', choices: {} } as const;
    const undone = MergeUndone.event({ ...ids, reason: 'No', returned: [], kept: [], unsaid: [] });
    given(file(customerId), mergedAs(), undone).inContext(file(mergedId), begun, restored).when(complete).thenNothing();
    given(file(customerId), mergedAs(), undone)
      .inContext(file(mergedId), begun, restored, begun)
      .when(complete)
      .then(plain());
  });
  it('is another one after it was undone', () => {
    const undone = MergeUndone.event({ ...ids, reason: 'No', returned: [], kept: [], unsaid: [] });
    given(file(customerId), mergedAs(), undone).inContext(file(mergedId)).when(merge).then(plain());
  });
});

describe('before the survivor has it, the merged customer', () => {
  const of = (...past: readonly object[]) => fold(decider, past as never);
  const preceding = (other: ReturnType<typeof of>) => decider.preceding!(merge, [], of(file(customerId)), other);
  it('takes no more changes', () =>
    expect(preceding(of(file(mergedId)))).toEqual({ stream: 'customer-u-2', events: [begun] }));
  it('is not begun twice', () => expect(preceding(of(file(mergedId), begun))).toBeUndefined());
  it('is left alone by other commands', () =>
    expect(decider.preceding!({ type: 'WithdrawCustomer', customerId }, [], null, undefined)).toBeUndefined());
});

describe('a merge that cannot be completed', () => {
  const abandon = { type: 'AbandonMerge', customerId: mergedId, survivorId: customerId } as const;
  const abandoned = MergeAbandoned.event({ customerId: mergedId, survivorId: customerId });
  it('is abandoned, so that the customer takes changes again', () => {
    given(file(mergedId), begun).inContext(file(customerId)).when(abandon).then(abandoned);
    given(file(mergedId), begun).when(abandon).then(abandoned);
    given(file(mergedId), begun, abandoned)
      .when({ type: 'WithdrawCustomer', customerId: mergedId })
      .then(expect.objectContaining({ type: 'CustomerWithdrawn' }) as never);
  });
  it('is not abandoned once the survivor has it, nor by another survivor', () => {
    given(file(mergedId), begun).inContext(file(customerId), mergedAs()).when(abandon).thenNothing();
    given(file(mergedId)).inContext(file(customerId)).when(abandon).thenNothing();
    given().inContext(file(customerId)).when(abandon).thenNothing();
  });
});

describe('a merged customer', () => {
  const change = { type: 'ChangeData', customerId: mergedId, changes: { phone: '1' } } as const;
  const survivor = { customerId: mergedId, survivorId: customerId };
  it('takes no changes, and names the survivor', () => {
    given(file(mergedId), begun).when(change).thenRejected('CustomerMerged', survivor);
    given(file(mergedId), begun)
      .when({ type: 'WithdrawCustomer', customerId: mergedId })
      .thenRejected('CustomerMerged', survivor);
  });
  it('takes them again when it is restored', () =>
    given(file(mergedId), begun, CustomerRestored.event({ ...survivor, reason }))
      .when(change)
      .then(expect.objectContaining({ type: 'CustomerDataChanged' }) as never));
  it('keeps the registration of the survivor', () =>
    given(file(customerId), mergedAs())
      .when({ type: 'WithdrawCustomer', customerId })
      .thenRejected('HasMergedCustomers', ids));
});

describe('unique values', () => {
  const identifiersAfter = (...past: readonly object[]) => decider.identifiers!(fold(decider, past as never));
  const lent = { identifiers: [{ kind: 'email', identifier: 'b@b.example' }] };
  it('of the merged customer stay its own, those that the survivor had stay, too', () => {
    const taken = { ...changed(change('email', 'a@a.example', 'b@b.example')), occurredAt: '2026-01-04T09:00:00.000Z' };
    expect(identifiersAfter(file(customerId, { email: 'a@a.example' }), mergedAs(lent), taken)).toEqual([
      { kind: 'email', value: 'a@a.example' },
    ]);
  });
});
