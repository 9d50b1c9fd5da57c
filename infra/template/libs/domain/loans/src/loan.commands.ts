import { command } from '@annals/command-bus';
import { condition, device, dueOn, loanId, note } from '@annals/contracts-loans';
import { customerId } from '@annals/contracts-values';

const needs = 'loans.write';
const about = 'loanId';

export class LendDevice extends command(
  'LendDevice',
  { loanId, customerId, device, dueOn, note: note.optional() },
  {
    post: 'loans',
    summary: { en: 'Lend a device to a customer', zh: '向客户借出设备' },
    description: { en: '`LOAN_DAYS` is the maximum number of days.', zh: '最长期限由 `LOAN_DAYS` 决定。' },
    needs,
    about: 'customerId',
    creates: 'loanId',
  },
) {}

export class ExtendLoan extends command(
  'ExtendLoan',
  { loanId, to: dueOn },
  {
    post: 'loans/:loanId/extend',
    summary: { en: 'Extend a loan', zh: '延长借用' },
    description: { en: 'A loan cannot be shortened.', zh: '借用期限不会缩短。' },
    needs,
    about,
  },
) {}

export class ReturnDevice extends command(
  'ReturnDevice',
  { loanId, condition },
  {
    post: 'loans/:loanId/return',
    summary: { en: 'Record the return of a device', zh: '登记设备归还' },
    description: { en: 'Ends the loan.', zh: '借用随即结束。' },
    needs,
    about,
  },
) {}
