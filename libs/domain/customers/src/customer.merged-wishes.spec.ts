import { ConsentExpired, ConsentGiven, ConsentWithdrawn, ContactPreferenceSet } from '@annals/contracts-customers';
import { customerId, file, given, merge, mergedId, plain } from '../test/two.js';

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
