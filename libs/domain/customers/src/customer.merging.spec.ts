import {
  ConsentExpired,
  ConsentGiven,
  ConsentWithdrawn,
  ContactPreferenceSet,
  CustomerDataChanged,
  CustomerRestored,
  MergeAbandoned,
  MergeBegun,
  MergeUndone,
  NeedClosed,
  NeedEnded,
  NeedRecorded,
  OwnerAssigned,
} from '@annals/contracts-customers';
import { fold } from '@annals/event-sourcing';
import { begun, customerId, decider, file, given, ids, merge, mergedAs, mergedId, reason, why } from '../test/two.js';

const plain = (more: object = {}) => {
  const { occurredAt: _, ...event } = mergedAs(more);
  return event;
};
const change = (field: string, before: unknown, after: unknown) => ({ field, before, after }) as never;
const changed = (...changes: readonly never[]) =>
  CustomerDataChanged.event({ customerId, changes: [...changes], ...why });
const owner = (id: string, of: string) => OwnerAssigned.event({ customerId: of, owner: { id }, previous: null });

describe('a merge', () => {
  it('is recorded for the survivor', () => given(file(customerId)).inContext(file(mergedId)).when(merge).then(plain()));

  it('fills what the survivor does not have, and keeps what it has', () =>
    given(file(customerId, { phone: '1' }))
      .inContext(file(mergedId, { phone: '2', fax: '3' }))
      .when(merge)
      .then(plain({ taken: ['fax'] }), changed(change('fax', null, '3'))));

  it('takes what is chosen', () => {
    const choices = { phone: 'merged', fax: 'survivor', website: 'merged', owner: 'merged' } as const;
    given(file(customerId, { phone: '1', website: 'a' }), owner('e-1', customerId))
      .inContext(file(mergedId, { phone: '2', fax: '3' }), owner('e-2', mergedId))
      .when({ ...merge, choices })
      .then(
        plain({ choices, taken: ['phone', 'owner'] }),
        changed(change('phone', '1', '2')),
        OwnerAssigned.event({ customerId, owner: { id: 'e-2' }, previous: { id: 'e-1' } }),
      );
  });

  it('leaves the owner without one to take', () => {
    const choices = { owner: 'merged' } as const;
    given(file(customerId))
      .inContext(file(mergedId))
      .when({ ...merge, choices })
      .then(plain({ choices }));
  });

  it('keeps the contact persons of both, with one main contact', () => {
    const ann = { personId: 'u-1:p1', name: 'Ann', primary: true };
    const bob = { personId: 'u-2:p1', name: 'Bob', primary: true };
    const persons = (after: readonly object[], before: readonly object[] | null) =>
      ({ field: 'contactPersons', persons: { before, after } }) as never;
    given(file(customerId, { contactPersons: [ann] }))
      .inContext(file(mergedId, { contactPersons: [bob] }))
      .when(merge)
      .then(
        plain({ taken: ['contactPersons'] }),
        changed(persons([ann, { personId: 'u-1:u-2:p1', name: 'Bob' }], [ann])),
      );
    given(file(customerId))
      .inContext(file(mergedId, { contactPersons: [bob] }))
      .when(merge)
      .then(plain({ taken: ['contactPersons'] }), changed(persons([{ ...bob, personId: 'u-1:u-2:p1' }], null)));
  });

  it('leaves contact persons as they are where the merged customer has none', () =>
    given(file(customerId, { contactPersons: [{ personId: 'u-1:p1', name: 'Ann' }] }))
      .inContext(file(mergedId))
      .when(merge)
      .then(plain()));

  it('names the unique values that the merged customer keeps for both, and the files that it brings along', () =>
    given(file(customerId))
      .inContext(file(mergedId, { email: 'a@b.example' }), {
        ...mergedAs({
          customerId: mergedId,
          mergedId: 'u-3',
          files: ['u-4'],
          identifiers: [{ kind: 'email', identifier: 'c@d.example' }],
        }),
      })
      .when(merge)
      .then(
        plain({
          files: ['u-3', 'u-4'],
          taken: ['email'],
          identifiers: [
            { kind: 'email', identifier: 'a@b.example' },
            { kind: 'email', identifier: 'c@d.example' },
          ],
        }),
        changed(change('email', null, 'a@b.example')),
      ));

  it('carries over the current needs', () => {
    const need = (of: string, needId: string, description = 'Power') =>
      NeedRecorded.event({ customerId: of, needId, description, duration: 'temporary', until: '2026-02-01' });
    given(file(customerId), need(customerId, 'n-1', 'Other'))
      .inContext(
        file(mergedId),
        ...['n-1', 'n-2', 'n-3', 'n-4'].map((id) => need(mergedId, id)),
        NeedEnded.event({ customerId: mergedId, needId: 'n-3', until: '2026-02-01' }),
        NeedClosed.event({ customerId: mergedId, needId: 'n-4', outcome: 'lapsed', reason: 'Gone' }),
      )
      .when(merge)
      .then(
        plain({
          needs: [
            { needId: 'n-1', as: 'n-1-00' },
            { needId: 'n-2', as: 'n-2' },
          ],
        }),
        { ...need(customerId, 'n-1-00'), occurredAt: '2026-01-02T00:00:00.000Z' },
        { ...need(customerId, 'n-2'), occurredAt: '2026-01-03T00:00:00.000Z' },
      );
  });
});

describe('what both said of contacts', () => {
  const email = { channel: 'email', purpose: 'marketing' } as const;
  const no = (of: string) => ConsentWithdrawn.event({ customerId: of, ...email });
  const yes = (of: string, expiresAt?: string) =>
    ConsentGiven.event({ customerId: of, ...email, ...(expiresAt === undefined ? {} : { expiresAt }) });
  const ended = ConsentExpired.event({ customerId: mergedId, ...email, expiresAt: '2026-06-01T00:00:00.000Z' });
  const soon = '2026-05-01T00:00:00.000Z';
  const late = '2027-05-01T00:00:00.000Z';

  it.each([
    ['an objection of the merged customer holds', [yes(customerId)], [no(mergedId)], [no(customerId)]],
    ['an objection of the survivor holds', [no(customerId)], [yes(mergedId)], []],
    ['a consent holds to which the other said nothing', [], [yes(mergedId)], [yes(customerId)]],
    ['the consent that ends first holds', [yes(customerId, late)], [yes(mergedId, soon)], [yes(customerId, soon)]],
    ['an earlier end stays', [yes(customerId, soon)], [yes(mergedId)], []],
    ['a consent that has ended says nothing', [yes(customerId)], [yes(mergedId), ended], []],
    ['an objection twice is one', [no(customerId)], [no(mergedId)], []],
  ])('%s', (_, mine, theirs, then) =>
    given(file(customerId), ...mine)
      .inContext(file(mergedId), ...theirs)
      .when(merge)
      .then(plain(), ...then),
  );

  it('goes along with the contact person', () => {
    const bob = { personId: 'u-2:p1', name: 'Bob' };
    const said = ConsentWithdrawn.event({ customerId: mergedId, ...email, personId: 'u-2:p1' });
    given(file(customerId, { contactPersons: [{ ...bob, personId: 'u-1:u-2:p1' }] }))
      .inContext(file(mergedId, { contactPersons: [bob] }), said)
      .when(merge)
      .then(plain(), ConsentWithdrawn.event({ customerId, ...email, personId: 'u-1:u-2:p1' }));
  });

  it('keeps the preference of both', () => {
    const set = (of: string, preference: object) =>
      ContactPreferenceSet.event({ customerId: of, preference: preference as never });
    const never = { doNotContact: true };
    given(file(customerId))
      .inContext(file(mergedId), set(mergedId, never))
      .when(merge)
      .then(plain(), set(customerId, never));
    given(file(customerId), set(customerId, never)).inContext(file(mergedId)).when(merge).then(plain());
  });
});

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
