import { problems } from '@annals/event-sourcing';

/** Problems of a customer that the rules of every slice can raise. */
export const customerProblems = problems({
  CustomerNotRegistered: {
    kind: 'missing',
    reference: true,
    title: { en: 'Customer not registered', zh: '客户未登记' },
    detail: {
      en: 'There is no customer {customerId}. Check the id, or register the customer first.',
      zh: '没有客户 {customerId}。请核对客户编号，或先登记该客户。',
    },
    example: { customerId: 'c-1' },
  },
  ContactPersonUnknown: {
    kind: 'reference',
    title: { en: 'Contact person not known', zh: '未知联系人' },
    detail: {
      en: 'The customer has no contact person {personId}. Send the `personId` of one of its `contactPersons`.',
      zh: '该客户没有联系人 {personId}。请发送其 `contactPersons` 中某位联系人的 `personId`。',
    },
    example: { personId: 'c-1:p1' },
  },
  CustomerAlreadyRegistered: {
    kind: 'conflict',
    title: { en: 'Customer already registered', zh: '客户已登记' },
    detail: {
      en: 'Customer {customerId} is registered already, with other data. Change the data of that customer, or send another id.',
      zh: '客户 {customerId} 已登记，且资料不同。请变更该客户的资料，或使用其他编号。',
    },
    example: { customerId: 'c-1' },
  },
  CustomerMerged: {
    kind: 'conflict',
    title: { en: 'Customer merged', zh: '客户已合并' },
    detail: {
      en: 'Customer {customerId} is merged into customer {survivorId}. Send the id of that customer.',
      zh: '客户 {customerId} 已合并至客户 {survivorId}。请改用该客户的编号。',
    },
    example: { customerId: 'c-2', survivorId: 'c-1' },
  },
});
