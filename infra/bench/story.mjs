import { ComplaintFiled, ComplaintResolved } from '@annals/contracts-complaints';
import { ContactMade } from '@annals/contracts-contacts';
import { CustomerDataChanged, CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DealAdvanced, DealClosed, DealOpened } from '@annals/contracts-deals';

export const FIRST = ['Alfreds', 'Blauer', 'Centro', 'Drachen', 'Ernst', 'Folies', 'Great', 'Hanari', 'Island', 'Lazy'];
const SECOND = ['Trading', 'Handel', 'Imports', 'Markt', 'Delikatessen', '电力设备', '贸易有限公司', 'Foods', 'Energy'];
const PERSONS = ['Maria Anders', 'Ana Trujillo', 'Thomas Hardy', '李娜', 'Christina Berglund'];
export const REGIONS = ['north', 'south', 'east', 'west', '华东'];

export const customerId = (number) => `c-${number}`;
export const phoneOf = (number) => `+49 30 ${5_000_000 + number}`;

export const at = (list, number) => list[number % list.length];
export const staff = (number) => ({ id: `employee-${number % 40}`, name: at(PERSONS, number) });

const registered = (number) =>
  CustomerRegistered.event({
    customerId: customerId(number),
    profile: {
      kind: 'organisation',
      name: `${at(FIRST, number)} ${at(SECOND, number * 7)} ${number}`,
      code: `C-${number}`,
      roles: [at(['end-customer', 'distributor', 'prospect'], number)],
      email: `office${number}@example.com`,
      phone: phoneOf(number),
      region: at(REGIONS, number),
      addresses: [
        {
          addressId: `a-${number}`,
          kind: 'registered',
          street: `Street ${number}`,
          city: at(SECOND, number),
          country: 'DE',
        },
      ],
      contactPersons: [{ personId: `p-${number}`, name: at(PERSONS, number), title: 'Buyer' }],
    },
  });

const termsOf = (number) => ({
  dealId: `d-${number}`,
  customerId: customerId(number),
  title: `Meters for ${number}`,
  value: { amount: '1180.00', currency: 'EUR' },
  lines: [
    {
      lineId: 'l-1',
      product: 'Meter',
      category: 'Metering',
      quantity: '4.00',
      unitPrice: '250.00',
      discount: '0.00',
      net: '1000.00',
    },
    {
      lineId: 'l-2',
      product: 'Fitting',
      category: 'Service',
      quantity: '4.00',
      unitPrice: '45.00',
      discount: '0.00',
      net: '180.00',
    },
  ],
  owner: staff(number),
  country: 'DE',
  region: at(REGIONS, number),
  expectedCloseDate: '2026-06-30',
  attributes: {},
});

const contact = (number, step, time) =>
  ContactMade.event({
    ...{
      contactId: `contact-${number}-${step}`,
      customerId: customerId(number),
      channel: 'phone',
      direction: 'inbound',
    },
    ...{
      purpose: 'service',
      summary: 'Asked when the meters arrive, and whether they can be fitted.',
      outcome: 'reached',
    },
    ...{ response: 'positive', contactedAt: time, contactedBy: staff(number) },
  });

const changes = [{ field: 'industry', before: null, after: 'food' }];

/** The events of one customer, each with its stream. */
export const STORY = [
  (number) => ['customer', registered(number)],
  (number) => [
    'customer',
    OwnerAssigned.event({ customerId: customerId(number), owner: staff(number), previous: null }),
  ],
  (number, step, time) => ['contacts', contact(number, step, time)],
  (number) => ['deal', DealOpened.event({ ...termsOf(number), step: 'intent' })],
  (number, step, time) => ['contacts', contact(number, step, time)],
  (number) => {
    const { dealId } = termsOf(number);
    const moved = { dealId, customerId: customerId(number), from: 'intent', to: 'negotiation', reason: null };
    return ['deal', DealAdvanced.event(moved)];
  },
  (number) => {
    const closed = { outcome: 'won', step: 'negotiation', reason: 'price', competitor: null };
    return ['deal', DealClosed.event({ ...termsOf(number), ...closed })];
  },
  (number, _, time) => {
    const filed = { channel: 'phone', category: 'billing', severity: 'high', subject: 'Wrong bill', text: 'Twice.' };
    const ids = { complaintId: `k-${number}`, customerId: customerId(number) };
    return ['complaint', ComplaintFiled.event({ ...ids, ...filed, dueAt: time })];
  },
  (number) => {
    const ids = { complaintId: `k-${number}`, customerId: customerId(number) };
    return [
      'complaint',
      ComplaintResolved.event({ ...ids, rootCause: 'reading error', remedy: 'refund', onTime: true }),
    ];
  },
  (number) => {
    const why = { reason: 'asked', source: null, effectiveDate: '2025-01-01' };
    return ['customer', CustomerDataChanged.event({ customerId: customerId(number), changes, ...why })];
  },
];
