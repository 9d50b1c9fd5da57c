import { CustomersFoundDifferent, duplicateContracts } from '@annals/contracts-duplicates';
import { recorded } from '@annals/testing';
import { OtherCustomers } from './other-customers.js';

const others = new OtherCustomers({ contracts: [...duplicateContracts] });
const found = (otherId: string) => ({
  ...recorded([CustomersFoundDifferent.event({ customerId: 'c-1', otherId, reason: 'Twins', evidence: [] })])[0]!,
  ...{ subject: 'c-1', subjects: ['customer/c-1', `customer/${otherId}`] as const, stream: `pair-c-1~${otherId}` },
});

it('hides the ids of other customers whom the reader does not see, wherever an event has them', async () => {
  const events = [found('c-2'), found('c-3')];
  const [seen, hidden] = await others.hidden(events, async () => new Set(['c-2']));
  expect(seen).toBe(events[0]);
  expect(JSON.stringify(hidden)).not.toContain('c-3');
  expect(hidden).toMatchObject({ stream: 'pair-c-1~•••', data: { customerId: 'c-1', otherId: '•••' } });
});

it('asks nothing of events that name no other customer', async () => {
  const alone = found('c-1');
  const asked = () => Promise.reject(new Error('asked'));
  expect(await others.hidden([alone], asked)).toEqual([alone]);
});
