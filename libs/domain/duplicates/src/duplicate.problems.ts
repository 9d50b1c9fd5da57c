import { problems } from '@annals/event-sourcing';

export const duplicateProblems = problems({
  SameCustomer: {
    kind: 'conflict',
    title: { en: 'Same customer', zh: '同一客户' },
    detail: {
      en: '`otherId` names customer {customerId} itself. Send the id of the other customer.',
      zh: '`otherId` 就是客户 {customerId} 本身。请发送另一客户的编号。',
    },
    example: { customerId: 'c-1001' },
  },
  AlreadyFoundDifferent: {
    kind: 'conflict',
    title: { en: 'Already found different', zh: '已确认并非同一客户' },
    detail: {
      en: 'Customers {customerId} and {otherId} are found different already, for another reason, and nothing new speaks for one customer. Nothing has to be done.',
      zh: '客户 {customerId} 与 {otherId} 已因其他原因确认并非同一客户，且没有新的依据。无需再次确认。',
    },
    example: { customerId: 'c-1001', otherId: 'c-1002' },
  },
});
