import { command, systemCommand } from '@annals/command-bus';
import { mergeChoices, mergedId, mergeReason, survivorId } from '@annals/contracts-customers';
import { customerId, field } from '@annals/contracts-values';

const needs = 'customers.merge';
const merging = { customerId, mergedId, reason: mergeReason, choices: mergeChoices.optional() };

export class MergeCustomers extends command('MergeCustomers', merging, {
  post: 'customers/:customerId/merge',
  summary: { en: 'Merge another customer into a customer', zh: '将另一客户合并至该客户' },
  description: {
    en: 'The customer of the path remains; the other one leads to it from then on, with its deals, complaints, contacts, orders, invoices and whatever else is recorded of it. Contact persons and current needs of both are kept, and of consents, objections and contact preferences the stricter ones. The merge can be undone.',
    zh: '路径中的客户保留；另一客户此后指向该客户，其商机、投诉、接触、订单、发票及其他记录一并归入。双方的联系人和当前需求均保留；同意、拒绝和联系偏好取更严格者。合并可以撤销。',
  },
  needs,
  about: 'customerId',
  alsoAbout: 'mergedId',
}) {}

const undoing = {
  customerId,
  mergedId: field(
    mergedId,
    { en: 'Merged customer', zh: '被合并客户' },
    {
      example: 'c-1002',
      description: {
        en: 'The customer to be parted again; without it the one that was merged last.',
        zh: '要重新分开的客户；未给出时为最近合并的客户。',
      },
    },
  ).optional(),
  reason: mergeReason,
};

export class UndoMerge extends command('UndoMerge', undoing, {
  post: 'customers/:customerId/undo-merge',
  summary: { en: 'Undo a merge: part two customers again', zh: '撤销合并：重新分为两个客户' },
  description: {
    en: 'What was recorded for the merged customer is its own again, also what its records say since then. What was recorded for the survivor since the merge stays there. Fields that the merge changed are as before, except those that were changed since: the receipt and the history name them.',
    zh: '原属被合并客户的记录（包括其后的进展）重新归其所有；合并后为保留客户记录的内容仍归保留客户。合并改动的字段恢复原值，此后又变更过的字段除外，回执和历史会列出这些字段。',
  },
  needs,
  about: 'customerId',
}) {}

/** Completes a merge that has begun. */
export class CompleteMerge extends systemCommand('CompleteMerge', merging, { about: null }) {}

/** Lets a customer take changes again whose merge was refused after all. */
export class AbandonMerge extends systemCommand('AbandonMerge', { customerId, survivorId }, { about: null }) {}

/** Completes the undoing of a merge. */
export class CompleteUndoMerge extends systemCommand('CompleteUndoMerge', undoing, { about: null }) {}
