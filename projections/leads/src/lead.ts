import type { ScoreRule } from '@annals/analytics';
import {
  assignment,
  conversion,
  disqualification,
  formId,
  leadDetails,
  leadId,
  leadNote,
  leadOwner,
  recycleOn,
  respondBy,
} from '@annals/contracts-leads';
import { choice, customerId, field, instant, nullables, type Since } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

export const leadStatus = field(
  choice({
    new: { en: 'New', zh: '新线索' },
    contacted: { en: 'Contacted', zh: '已联系' },
    disqualified: { en: 'Disqualified', zh: '已淘汰' },
    converted: { en: 'Converted', zh: '已转化' },
  }),
  { en: 'Status', zh: '状态' },
);

const evidence = z.strictObject({
  fact: field(z.string(), { en: 'Fact', zh: '事实' }, { example: 'source' }),
  value: field(
    z.string().nullable(),
    { en: 'Value', zh: '值' },
    {
      example: 'referral',
      description: { en: '`null` for an attribute, whose value is personal.', zh: '属性的值属个人信息，为 `null`。' },
    },
  ),
  points: field(z.int(), { en: 'Points', zh: '分值' }, { example: 20 }),
});

const { source, ...rest } = leadDetails.shape;

/** A lead as the API answers it; `null` is what is not known, or does not apply. */
export const lead = z.strictObject({
  ...{ leadId, status: leadStatus, source },
  ...nullables(rest),
  formId: field(formId.nullable(), { en: 'Lead form', zh: '线索表单' }),
  owner: leadOwner.nullable(),
  respondBy: field(
    respondBy.nullable(),
    { en: 'To be answered by', zh: '应答期限' },
    {
      description: {
        en: '`null` once it is contacted, and without a rule that says so.',
        zh: '已联系或规则未设时限时为 `null`。',
      },
    },
  ),
  assignment: field(
    assignment.nullable(),
    { en: 'Assignment', zh: '分配' },
    {
      description: {
        en: 'Why a rule chose its owner; `null` if a user did.',
        zh: '规则选定负责人的依据；由用户指派时为 `null`。',
      },
    },
  ),
  customerId: customerId.nullable(),
  capturedAt: field(instant, { en: 'Captured', zh: '登记时间' }),
  score: field(
    z.int(),
    { en: 'Score', zh: '得分' },
    { description: { en: 'The sum of the points of its `evidence`.', zh: '`evidence` 各项分值之和。' } },
  ),
  evidence: field(
    z.array(evidence),
    { en: 'Evidence', zh: '评分依据' },
    { description: { en: 'The scoring rules that the lead meets.', zh: '线索符合的评分规则。' } },
  ),
  contacts: field(z.int(), { en: 'Number of contacts', zh: '接触次数' }),
  firstContactAt: field(instant.nullable(), { en: 'First contact', zh: '首次接触' }),
  lastContactAt: field(instant.nullable(), { en: 'Last contact', zh: '最近接触' }),
  dealId: conversion.shape.dealId.unwrap().nullable(),
  convertedAt: field(instant.nullable(), { en: 'Converted', zh: '转化时间' }),
  disqualifiedAt: field(instant.nullable(), { en: 'Disqualified', zh: '淘汰时间' }),
  reason: disqualification.nullable(),
  note: field(
    leadNote.nullable(),
    { en: 'Note', zh: '备注' },
    { description: { en: 'On the disqualification or the last recycling.', zh: '淘汰或最近一次重新激活的备注。' } },
  ),
  recycleOn: recycleOn.nullable(),
  recycled: field(z.int(), { en: 'Times recycled', zh: '重新激活次数' }),
});

/** The stored document. */
export type LeadDocument = Immutable<Omit<z.output<typeof lead>, 'evidence'>> & {
  readonly evidence: readonly ScoreRule[];
  /** Since when it is open: captured, or recycled last. */
  readonly openSince: string;
  /** Since when the values hold that were changed or assigned. */
  readonly since: Since;
  readonly revision: number;
};
