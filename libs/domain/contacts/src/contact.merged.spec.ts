import {
  ConsentWithdrawn,
  CustomerRestored,
  CustomersMerged,
  MergeAbandoned,
  MergeBegun,
  MergeUndone,
} from '@annals/contracts-customers';
import { customerId, given, made, make, preferring, registered } from '../test/calls.js';

const reason = 'Registered twice.';
const merged = CustomersMerged.event({
  ...{ customerId, mergedId: 'u-2', reason, choices: {}, files: [], taken: [], identifiers: [], needs: [] },
});
const undone = (unsaid: readonly object[] = []) =>
  MergeUndone.event({
    ...{ customerId, mergedId: 'u-2', reason, returned: [], kept: [], unsaid: unsaid as never },
  });
const begun = MergeBegun.event({ customerId, survivorId: 'u-9', reason, choices: {} });
const call = make({ purpose: 'sales' });
const yesterday = new Date('2026-01-04T09:00:00Z');
const earlier = made({ customerId: 'u-2', contactId: 't-0', purpose: 'sales' }, yesterday);

it('counts contacts with merged customers for the frequency cap', () => {
  const rare = preferring({ frequencyCap: { contacts: 1, days: 7 } });
  given().inContext(registered, rare, merged, earlier).when(call).thenRejected('FrequencyCapReached');
  for (const other of [{ purpose: 'collection' }, { direction: 'inbound' }])
    given()
      .inContext(registered, rare, merged, { ...earlier, data: { ...earlier.data, ...other } })
      .when(call)
      .then(made({ purpose: 'sales' }));
});

it('refuses contacts with a merged customer, and names the survivor', () => {
  given().inContext(registered, begun).when(call).thenRejected('CustomerMerged', { customerId, survivorId: 'u-9' });
  for (const end of [MergeAbandoned, CustomerRestored])
    given()
      .inContext(registered, begun, end.event({ customerId, survivorId: 'u-9', reason }))
      .when(call)
      .then(made({ purpose: 'sales' }));
});

it('forgets what the merge brought when it is undone', () => {
  const phone = { channel: 'phone', purpose: 'sales' } as const;
  const objected = ConsentWithdrawn.event({ customerId, ...phone });
  given().inContext(registered, merged, objected, undone()).when(call).thenRejected('ConsentWithdrawn');
  given()
    .inContext(registered, merged, objected, undone([phone]))
    .when(call)
    .then(made({ purpose: 'sales' }));
});
