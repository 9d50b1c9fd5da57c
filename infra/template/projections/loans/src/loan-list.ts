import { condition, device, dueOn, loanId, note, type LoanEvent } from '@annals/contracts-loans';
import { choice, customerId, instant } from '@annals/contracts-values';
import { firstOf, number, pagePart, revised, text, view, whenKnown, type EventLines } from '@annals/event-sourcing';
import { z } from 'zod';

const status = choice({
  out: { en: 'Out', zh: '借出中' },
  returned: { en: 'Returned', zh: '已归还' },
});

const answer = z.strictObject({
  ...{ loanId, customerId, device, status, dueOn },
  note: note.nullable(),
  lentAt: instant,
  condition: condition.nullable(),
});

export type Loan = z.infer<typeof answer> & { readonly revision: number };

/** One document for each loan, open or over. */
export const loanList = view<LoanEvent, Loan>()({
  name: 'loan-list',
  version: 1,
  key: ({ data }) => data.loanId,
  on: revised<LoanEvent, Loan>({
    DeviceLent: (_, { data: { note = null, ...data }, occurredAt }) => ({
      ...{ ...data, note, status: 'out', lentAt: occurredAt, condition: null },
    }),
    LoanExtended: whenKnown((loan, { data: { to } }) => ({ ...loan, dueOn: to })),
    DeviceReturned: whenKnown((loan, { data: { condition } }) => ({ ...loan, status: 'returned', condition })),
  }),
  fields: {
    customer: text(({ customerId }) => customerId),
    device: text((loan) => loan.device, { schema: device }),
    status: text((loan) => loan.status, { schema: status }),
    dueOn: text((loan) => loan.dueOn),
    lentAt: text(({ lentAt }) => lentAt),
    damaged: number((loan) => (loan.condition === 'damaged' ? 1 : 0)),
  },
  indexes: [['dueOn'], ['status', 'dueOn'], ['customer', 'dueOn'], ['lentAt']],
  personal: ['note'],
  revision: ({ revision }) => revision,
  answer: { schema: answer, of: ({ revision, ...loan }) => loan },
  list: {
    path: 'loans',
    summary: { en: 'Loans of devices, by customer, device and status', zh: '按客户、设备和状态列出设备借用' },
    record: { name: 'Loan', en: 'loan', zh: '借用' },
    needs: 'loans.read',
    filters: ['customer', 'device', 'status'],
    sorts: ['dueOn'],
  },
  report: {
    name: 'loans',
    summary: { en: 'Loans of devices, by device and status', zh: '按设备和状态统计设备借用' },
    dimensions: ['device', 'status', 'customer'],
    sum: ['damaged'],
    measures: {
      loans: { en: 'Number of loans', zh: '借用数', of: ({ count }) => count },
      damaged: { en: 'Of these damaged', zh: '其中损坏', of: ({ damaged }) => damaged },
    },
    time: 'lentAt',
  },
});

/** The devices that the customer has, the first that is due first. */
export const loansPart = pagePart({
  reads: {
    out: firstOf(loanList, loanList.personal, {
      where: () => [{ field: 'status', is: 'out' }],
      sort: { field: 'dueOn' },
      limit: 20,
    }),
  },
  answer: {
    schema: z.strictObject({ loans: z.array(z.strictObject({ loanId, device, dueOn, note: note.nullable() })) }),
    of: ({ out }) => ({ loans: out.map(({ loanId, device, dueOn, note }) => ({ loanId, device, dueOn, note })) }),
  },
});

export const loanLines: EventLines<LoanEvent> = {
  DeviceLent: ({ device, dueOn }) => `${device} → ${dueOn}`,
  LoanExtended: ({ from, to }) => `${from} → ${to}`,
  DeviceReturned: ({ condition }) => condition,
};
