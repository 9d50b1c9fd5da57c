import { concerns, withSurvivors } from './concerns.js';

const event = { type: 'DealAdvanced', subject: 'acme', stream: 'deal-tools', position: 7 };

it('concerns what was read of its customer, of others that it is about, and of its record', () => {
  expect(concerns(['customer', 'acme', undefined, undefined], event)).toBe(true);
  expect(concerns(['duplicates', 'akme', 'en'], { ...event, subjects: ['acme', 'akme'] })).toBe(true);
  expect(concerns(['deal', 'tools'], event)).toBe(true);
});

it('concerns neither others, nor lists, nor what an auditor looks at', () => {
  expect(concerns(['customer', 'other', undefined, undefined], event)).toBe(false);
  expect(concerns(['deal', ''], event)).toBe(false);
  expect(concerns(['list', '/v1/customers', {}], event)).toBe(false);
  expect(concerns(['audit', 'history', 'acme'], event)).toBe(false);
});

it('concerns the customer with whom its own is merged', () => {
  const read = [
    { customerId: 'kept', merged: [{ customerId: 'acme' }] },
    { customerId: 'other', merged: [] },
  ];
  expect(withSurvivors(event, read).subjects).toEqual(['kept']);
  expect(concerns(['customer', 'kept'], withSurvivors(event, read))).toBe(true);
});
