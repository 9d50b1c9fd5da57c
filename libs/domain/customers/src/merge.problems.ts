import { profile } from '@annals/contracts-customers';
import { labelsOf } from '@annals/contracts-values';
import { findings, problems } from '@annals/event-sourcing';

export const mergeProblems = problems({
  MergedWithItself: {
    kind: 'conflict',
    title: { en: 'Merged with itself', zh: '不能与自身合并' },
    detail: {
      en: '`mergedId` names customer {customerId} itself. Send the id of the other customer.',
      zh: '`mergedId` 就是客户 {customerId} 本身。请发送另一客户的编号。',
    },
    example: { customerId: 'c-1' },
  },
  MergeOfKindsDiffering: {
    kind: 'conflict',
    title: { en: 'Kinds of customers differ', zh: '客户类型不同' },
    detail: {
      en: 'Customer {customerId} is of the kind “{kind}”, customer {mergedId} is not: a person and an organisation are not one customer. Check both ids.',
      zh: '客户 {customerId} 的类型为“{kind}”，客户 {mergedId} 则不是：个人与组织不是同一客户。请核对两个编号。',
    },
    values: { kind: labelsOf(profile.shape.kind) },
    example: { customerId: 'c-1', kind: 'person', mergedId: 'c-2' },
  },
  AlreadyMerged: {
    kind: 'conflict',
    title: { en: 'Already merged', zh: '已合并' },
    detail: {
      en: 'Customer {mergedId} is merged into customer {customerId} already, with other choices or for another reason. Undo the merge first to make other choices.',
      zh: '客户 {mergedId} 已合并至客户 {customerId}，但取舍或原因不同。如需更改取舍，请先撤销合并。',
    },
    example: { customerId: 'c-1', mergedId: 'c-2' },
  },
  NotMerged: {
    kind: 'conflict',
    title: { en: 'Not merged', zh: '未合并' },
    detail: {
      en: 'No customer is merged into customer {customerId}, or not the one that was named. Look at the history of the customer, which shows its merges.',
      zh: '没有客户合并至客户 {customerId}，或指定的客户未合并至此。请查看客户历史中的合并记录。',
    },
    example: { customerId: 'c-1' },
  },
  HasMergedCustomers: {
    kind: 'conflict',
    title: { en: 'Has merged customers', zh: '有已合并的客户' },
    detail: {
      en: 'Customer {mergedId} is merged into customer {customerId}, whose registration can therefore not be taken back. Undo the merge first.',
      zh: '客户 {mergedId} 已合并至客户 {customerId}，因此不能撤销其登记。请先撤销合并。',
    },
    example: { customerId: 'c-1', mergedId: 'c-2' },
  },
});

export const mergeFindings = findings({
  KeptSinceMerge: {
    title: { en: 'Changed since the merge', zh: '合并后已变更' },
    detail: {
      en: '{field} was changed since the merge and stays as it is. Change it by hand if it belongs to the other customer.',
      zh: '{field} 在合并后已变更，保持不变。如属另一客户，请手动变更。',
    },
    example: { field: 'phone' },
  },
});
