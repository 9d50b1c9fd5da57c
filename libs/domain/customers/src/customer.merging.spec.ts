import { NeedClosed, NeedEnded, NeedRecorded, OwnerAssigned } from '@annals/contracts-customers';
import { customerId, file, given, merge, mergedAs, mergedId, plain, change, changed } from '../test/two.js';

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
