import {
  ConsentGiven,
  ConsentWithdrawn,
  ContactPreferenceSet,
  CustomerDataChanged,
  MergeUndone,
  NeedClosed,
  NeedRecorded,
  OwnerAssigned,
} from '@annals/contracts-customers';
import { begun, customerId, decider, file, given, ids, MERGED, mergedAs, mergedId, undo, why } from '../test/two.js';

const undone = (more: object = {}) =>
  MergeUndone.event({ ...ids, reason: undo.reason, ...{ returned: [], kept: [], unsaid: [], ...more } });
const change = (field: string, before: unknown, after: unknown) =>
  CustomerDataChanged.event({
    ...{ customerId, changes: [{ field, before, after } as never], ...why, effectiveDate: '2026-01-04' },
  });
const returned = (field: string, before: unknown, after: unknown) => ({
  ...change(field, before, after),
  data: { ...change(field, before, after).data, reason: undo.reason, effectiveDate: '2026-01-05' },
});
const at = <E extends object>(event: E, occurredAt = MERGED) => ({ ...event, occurredAt });
const LATER = '2026-01-04T10:00:00.000Z';
const owner = (id: string, previous: string | null) =>
  OwnerAssigned.event({ customerId, owner: { id }, previous: previous === null ? null : { id: previous } });

describe('a merge that is undone', () => {
  it('gives back what it changed, and keeps what was changed since', () =>
    given(
      ...[file(customerId, { phone: '1' }), mergedAs({ taken: ['phone', 'fax'] })],
      ...[at(change('phone', '1', '2')), at(change('fax', null, '3')), at(change('fax', '3', '4'), LATER)],
    )
      .inContext(file(mergedId), begun)
      .when(undo)
      .then(undone({ returned: ['phone'], kept: ['fax'] }), returned('phone', '2', '1')));

  it('gives back the owner, unless another one was assigned since', () => {
    const merged = [file(customerId), owner('e-1', null), mergedAs({ taken: ['owner'] }), at(owner('e-2', 'e-1'))];
    given(...merged)
      .when(undo)
      .then(undone({ returned: ['owner'] }), owner('e-1', 'e-2'));
    given(...merged, at(owner('e-3', 'e-2'), LATER))
      .when(undo)
      .then(undone({ kept: ['owner'] }));
  });

  it('leaves an owner where there was none before', () =>
    given(file(customerId), mergedAs({ taken: ['owner'] }), at(owner('e-2', null)))
      .when(undo)
      .then(undone({ returned: ['owner'] })));

  it('gives back unique values of the merged customer, whenever they were taken', () =>
    given(
      file(customerId),
      mergedAs({ identifiers: [{ kind: 'email', identifier: 'b@b.example' }] }),
      at(change('email', null, 'b@b.example'), LATER),
    )
      .when(undo)
      .then(undone({ returned: ['email'] }), returned('email', 'b@b.example', null)));

  it('gives back the preference, unless another one was set since', () => {
    const set = (preference: object) => ContactPreferenceSet.event({ customerId, preference: preference as never });
    const [never, always] = [set({ doNotContact: true }), set({ doNotContact: false })];
    given(file(customerId), mergedAs(), at(never)).when(undo).then(undone(), always);
    given(file(customerId), mergedAs(), at(always)).when(undo).then(undone());
    given(file(customerId), mergedAs(), at(never), at(never, LATER)).when(undo).then(undone());
    given(file(customerId), at(never), mergedAs()).when(undo).then(undone());
  });

  it('gives back what was said of contacts, unless something was said since', () => {
    const email = { channel: 'email', purpose: 'marketing' } as const;
    const [no, yes] = [ConsentWithdrawn.event({ customerId, ...email }), ConsentGiven.event({ customerId, ...email })];
    given(file(customerId), yes, mergedAs(), at(no)).when(undo).then(undone(), yes);
    given(file(customerId), no, mergedAs(), at(yes)).when(undo).then(undone(), no);
    given(file(customerId), mergedAs(), at(no))
      .when(undo)
      .then(undone({ unsaid: [email] }));
    given(file(customerId), mergedAs(), at(no), at(yes, LATER)).when(undo).then(undone());
    given(file(customerId), mergedAs(), at(no), at(undone({ unsaid: [email] }), LATER))
      .when({ type: 'WithdrawConsent', customerId, ...email })
      .then(no);
  });

  it('closes the needs that it brought', () => {
    const need = NeedRecorded.event({ customerId, needId: 'n-1', description: 'Power', duration: 'lasting' });
    const needs = [{ needId: 'n-1', as: 'n-1' }];
    const closed = NeedClosed.event({ customerId, needId: 'n-1', outcome: 'lapsed', reason: 'Registered twice.' });
    given(file(customerId), mergedAs({ needs }), need).when(undo).then(undone(), closed);
    given(file(customerId), mergedAs({ needs }), need, closed).when(undo).then(undone());
  });

  it('is the last one, if none is named', () => {
    const { mergedId: _, ...last } = undo;
    given(file(customerId), mergedAs({ mergedId: 'u-3' }), mergedAs())
      .when(last)
      .then(undone());
    given(file(customerId), mergedAs(), undone()).when(last).thenNothing();
  });

  it('tells in the receipt what stays', () => {
    expect(decider.warnings!(undone({ kept: ['fax'] }))).toMatchObject([{ code: 'KeptSinceMerge' }]);
    expect(decider.warnings!(file(customerId))).toEqual([]);
  });
});

describe('undoing a merge', () => {
  it('does nothing the second time', () => given(file(customerId), mergedAs(), undone()).when(undo).thenNothing());
  it('is refused for another reason the second time', () =>
    given(file(customerId), mergedAs(), undone())
      .when({ ...undo, reason: 'Other' })
      .thenRejected('NotMerged', { customerId }));
  it('is refused without a merge', () => {
    given(file(customerId)).when(undo).thenRejected('NotMerged', { customerId });
    given().when(undo).thenRejected('CustomerNotRegistered', { customerId });
  });
  it('of a merge that is not known changes nothing', () =>
    given(file(customerId), undone()).when(undo).thenRejected('NotMerged'));
});
