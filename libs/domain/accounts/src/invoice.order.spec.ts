import type { InvoiceEvent } from '@annals/contracts-accounts';
import { add } from '@annals/contracts-values';
import { NOT_KNOWN } from '@annals/contracts-customers';
import { decide, fold } from '@annals/event-sourcing';
import fc from 'fast-check';
import { invoice } from './invoice.decider.js';

const ids = { invoiceId: 'i-1', customerId: 'u-1' };
const inEuro = (cents: number) => add((cents / 100).toFixed(2), '0');
const euro = (cents: number) => ({ amount: inEuro(cents), currency: 'EUR' });
const days = { issuedOn: '2026-01-05', dueOn: '2026-02-04' };
const issue = { type: 'IssueInvoice', ...ids, ...days, amount: euro(10_000) } as const;
const cancel = { type: 'CancelInvoice', ...ids } as const;
const payments = fc.array(fc.integer({ min: -5_000, max: 20_000 }), { maxLength: 6 });

const customer = { ...NOT_KNOWN, isRegistered: true };

const openAfter = (commands: readonly Parameters<typeof invoice.stream>[0][]) => {
  const events = commands.reduce<readonly InvoiceEvent[]>((past, command) => {
    const decided = decide(invoice, command, fold(invoice, past), new Date('2026-01-05T09:00:00Z'), customer);
    return [...past, ...decided];
  }, []);
  const last = events.at(-1)!;
  return last.type === 'InvoiceIssued' ? last.data.open : last.data.invoice?.open;
};

it('has the same result in any order and with repetitions', () =>
  fc.assert(
    fc.property(payments, fc.boolean(), fc.infiniteStream(fc.nat()), (amounts, isCancelled, places) => {
      const pay = amounts.map(
        (cents, index) => ({ type: 'ReceivePayment', ...ids, paymentId: `p-${index}`, amount: euro(cents) }) as const,
      );
      const told = [issue, ...pay, ...(isCancelled ? [cancel] : [])];
      const shuffled = told
        .map((command) => ({ command, place: places.next().value as number }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ command }) => command);
      const paid = amounts.reduce((sum, cents) => sum + cents, 0);
      const open = openAfter([...shuffled, ...shuffled]);
      expect(open).toBe(inEuro((isCancelled ? 0 : 10_000) - paid));
    }),
  ));
