import { ComplaintFiled, ComplaintResolved, SatisfactionRated, SEVERITIES } from '@annals/contracts-complaints';
import type { Severity } from '@annals/contracts-complaints';
import { ContactMade, type Contact } from '@annals/contracts-contacts';
import { DealClosed, DealReopened } from '@annals/contracts-deals';
import type { Told } from './desk.js';

const line = (product: string, category: string, net: string) => ({
  ...{ lineId: `l-${net}`, product, category, net },
  ...{ quantity: '1', unitPrice: net, discount: '0' },
});
const tea = [line('Chai', 'Drinks', '10.5'), line('Chang', 'Drinks', '1.25'), line('Chai', 'Drinks', '0.0001')];
const terms = { title: 'Tea', country: 'Germany', region: null, expectedCloseDate: null, attributes: {} };
const outcome = { outcome: 'won', reason: null, competitor: null, step: 'trading' } as const;

const close = (dealId: string, day: string, differing: object = {}): Told => ({
  ...DealClosed.event({
    ...{ ...terms, ...outcome, dealId, customerId: 'u-1', lines: tea, owner: { id: 'o-1', name: 'Nancy' } },
    value: { amount: '11.7501', currency: 'EUR' },
    ...differing,
  }),
  occurredAt: `${day}T00:00:00.000Z`,
});

const married = { owner: { id: 'o-1', name: 'Nancy Fuller' } };
const lost = { ...married, outcome: 'lost', reason: 'price', competitor: 'Tea & Co' };
const dollars = { lines: [], value: { amount: '100', currency: 'USD' }, country: null, owner: null };

/** Tea for Germany won in 1996 and 1997 and lost once, something for dollars, and a deal that was taken back. */
export const closedDeals: readonly Told[] = [
  close('d-1', '1996-12-31'),
  close('d-2', '1997-01-01', married),
  close('d-3', '1997-05-01', dollars),
  close('d-4', '1997-06-01', lost),
  close('d-5', '1997-07-01'),
  DealReopened.event({
    ...{ dealId: 'd-5', customerId: 'u-1', reason: 'cancelled', lines: tea.length, outcome: 'won', step: 'trading' },
    ...{ title: 'Tea', value: { amount: '11.7501', currency: 'EUR' }, owner: null, expectedCloseDate: null },
  }),
];

const complain = (complaintId: string, severity: Severity) =>
  ComplaintFiled.event({
    ...{ complaintId, customerId: 'u-1', severity, channel: 'web', category: 'delivery' },
    ...{ subject: 'Late', text: '', dueAt: '2026-02-01T00:00:00.000Z' },
  });
const remedied = { rootCause: 'staff', remedy: 'refund', customerId: 'u-1' };

/** One of each severity; two are resolved, one of them on time, and rated 2 and 5. */
export const complaints: readonly Told[] = [
  ...SEVERITIES.map((severity) => complain(severity, severity)),
  ComplaintResolved.event({ ...remedied, complaintId: 'low', onTime: true }),
  ComplaintResolved.event({ ...remedied, complaintId: 'medium', onTime: false }),
  SatisfactionRated.event({ complaintId: 'low', customerId: 'u-1', score: 2 }),
  SatisfactionRated.event({ complaintId: 'medium', customerId: 'u-1', score: 5 }),
];

const contacted = (contactId: string, contactedAt: string, differing: Partial<Contact> = {}): Told =>
  ContactMade.event({
    ...({ contactId, customerId: 'u-1', channel: 'phone', direction: 'outbound', purpose: 'sales' } as const),
    ...({ summary: 'Hello', outcome: 'reached', response: 'none', contactedBy: { id: 'o-1' }, contactedAt } as const),
    ...differing,
  });

/** Three contacts that broke rules, one of them two, and one that broke none. */
export const breaches: readonly Told[] = [
  contacted('t-1', '1997-01-31T09:00:00.000Z', { breaches: ['do-not-contact', 'quiet-hours'], department: 'key' }),
  contacted('t-2', '1997-02-01T09:00:00.000Z', { breaches: ['quiet-hours'], department: 'key', channel: 'sms' }),
  contacted('t-3', '1997-02-02T09:00:00.000Z', { breaches: ['frequency-cap'] }),
  contacted('t-4', '1997-02-02T09:00:00.000Z'),
];
