import { CustomersMerged, MergeBegun, MergeUndone } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { policy } from '../test/policy.js';
import { dealOf, filed, grievance, ids, registered } from '../test/story.js';
import { complaint } from './complaint.decider.js';

const given = scenarios(complaint(policy));
const reason = 'Registered twice.';
const merged = CustomersMerged.event({
  ...{ customerId: 'u-1', mergedId: 'u-2', reason, choices: {}, files: ['u-3'], taken: [], identifiers: [], needs: [] },
});
const undone = MergeUndone.event({
  ...{ customerId: 'u-1', mergedId: 'u-2', reason, returned: [], kept: [], unsaid: [] },
});
const file = { type: 'FileComplaint', ...ids, ...grievance } as const;

describe('a complaint of a merged customer', () => {
  const begun = MergeBegun.event({ customerId: 'u-2', survivorId: 'u-1', reason, choices: {} });
  it('is filed for the survivor, once', () => {
    const sent = { ...file, customerId: 'u-2' };
    given().inContext(registered, begun).when(sent).then(filed);
    given(filed).inContext(registered, begun).when(sent).thenNothing();
  });
});

describe('the deal of a complaint', () => {
  const about = { ...file, dealId: 'd-1' } as const;
  const withDeal = { ...filed, data: { ...filed.data, dealId: 'd-1' } };
  it.each(['u-2', 'u-3'])('may be one of the merged customer %s', (customerId) =>
    given().inContext(registered, merged, dealOf(customerId)).when(about).then(withDeal),
  );
  it('is another customer’s again when the merge is undone', () =>
    given().inContext(registered, merged, undone, dealOf('u-2')).when(about).thenRejected('DealOfAnotherCustomer'));
});
