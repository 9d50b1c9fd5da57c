import { problems } from '@annals/event-sourcing';

export const loanProblems = problems({
  LoanUnknown: {
    kind: 'missing',
    title: { en: 'Loan not found', zh: '借用不存在' },
    detail: {
      en: 'There is no loan {loanId}. Check the id, or lend the device first.',
      zh: '没有借用 {loanId}。请核对编号，或先登记借出。',
    },
    example: { loanId: 'lo-5001' },
  },
  LoanAlreadyBegun: {
    kind: 'conflict',
    title: { en: 'Loan already begun', zh: '借用已登记' },
    detail: {
      en: 'Loan {loanId} has begun already, with other content. Send another id for another loan.',
      zh: '借用 {loanId} 已登记，且内容不同。其他借用请使用其他编号。',
    },
    example: { loanId: 'lo-5001' },
  },
  LoanTooLong: {
    kind: 'conflict',
    title: { en: 'Loan too long', zh: '借用期限过长' },
    detail: {
      en: 'A loan may last until {lastDay} at most. Send an earlier day.',
      zh: '借用最晚到 {lastDay}。请发送更早的日期。',
    },
    example: { lastDay: '2026-02-28' },
  },
  LoanNotExtended: {
    kind: 'conflict',
    title: { en: 'Loan not extended', zh: '借用未延长' },
    detail: {
      en: 'The loan lasts until {from} already. Send a later day.',
      zh: '该借用已到 {from}。请发送更晚的日期。',
    },
    example: { from: '2026-02-01' },
  },
  LoanOver: {
    kind: 'conflict',
    title: { en: 'Loan over', zh: '借用已结束' },
    detail: {
      en: 'The device of loan {loanId} was returned. Record the next loan with another id.',
      zh: '借用 {loanId} 的设备已归还。如需再次借出，请使用新的编号。',
    },
    example: { loanId: 'lo-5001' },
  },
});
