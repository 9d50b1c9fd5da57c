import { command } from '@annals/command-bus';
import {
  competitor,
  dealId,
  dealTerms,
  givenLine,
  givenValue,
  outcome,
  reason,
  sample,
  step,
} from '@annals/contracts-deals';
import { atMost, customerId, field, givenCurrency, namesUser } from '@annals/contracts-values';

const needs = 'deals.write';
const about = 'dealId';

const { title, owner, country, region, expectedCloseDate, attributes } = dealTerms.shape;
const lines = field(
  givenLine.array().max(1_000),
  { en: 'Lines', zh: '明细' },
  { example: [{ product: 'Chai', quantity: '10', unitPrice: '9.80', discount: '0.05' }] },
);

/** The terms of a deal in commands; with lines the value is their sum in `currency`. */
const terms = {
  value: givenValue.optional(),
  currency: givenCurrency.optional(),
  lines: lines.optional(),
  owner: namesUser(owner).optional(),
  country: country.optional(),
  region: region.optional(),
  expectedCloseDate: expectedCloseDate.optional(),
  attributes: atMost(200, attributes.optional()),
};

export class OpenDeal extends command(
  'OpenDeal',
  {
    dealId,
    customerId,
    title,
    ...terms,
    step: step.optional(),
  },
  {
    post: 'deals',
    summary: { en: 'Open a deal', zh: '新建商机' },
    description: {
      en: 'With lines the value is their sum in `currency`, exact; without lines `value` is required. Below zero it can only be for a return: lines without a quantity above zero. The default of `step` is `need-found`, and that of `owner` the owner of the customer. Opening it at a step that needs more than it has (`DEAL_STEP_GATES`) requires a reason, unless `occurredAt` says that this is past.',
      zh: '有明细时金额为明细之和（精确值），币种为 `currency`；否则直接给出金额。只有退货（明细数量均不大于零）的金额可以为负。未给出阶段时为 `need-found`，未给出负责人时为客户的负责人。不具备步骤条件（`DEAL_STEP_GATES`）而直接建在该阶段时须说明原因；带 `occurredAt` 补记的除外。',
    },
    needs,
    about: 'customerId',
    creates: 'dealId',
    unless: { given: 'value', needs: ['lines', 'currency'] },
  },
) {}

export class AdvanceDeal extends command(
  'AdvanceDeal',
  { dealId, to: step },
  {
    post: 'deals/:dealId/advance',
    summary: { en: 'Move a deal to another of the eight steps', zh: '推进商机到另一阶段' },
    description: {
      en: 'Moving back to an earlier step requires a reason, and so does moving on to a step that needs more than the deal has (`DEAL_STEP_GATES`). What is said of the past with `occurredAt` is recorded without what the step needs.',
      zh: '退回较早阶段须说明原因；不具备步骤条件（`DEAL_STEP_GATES`）而推进时亦须说明原因。带 `occurredAt` 补记的过往推进不检查步骤条件。',
    },
    needs,
    about,
  },
) {}

export class ChangeDeal extends command(
  'ChangeDeal',
  { dealId, title: title.optional(), ...terms },
  {
    post: 'deals/:dealId/change',
    summary: { en: 'Change the terms of an open deal', zh: '变更商机条款' },
    description: {
      en: 'Only the given fields change; `null` clears an optional field; `attributes` and `lines` are replaced as a whole. Another currency needs new lines or a new value.',
      zh: '只变更给出的字段；`null` 清空可为空的字段，`attributes` 和 `lines` 整体替换。更改币种须同时给出新的明细或金额。',
    },
    needs,
    about,
  },
) {}

export class RecordSample extends command(
  'RecordSample',
  {
    dealId,
    sampleId: sample.shape.sampleId,
    product: sample.shape.product,
    quantity: sample.shape.quantity,
    note: sample.shape.note.optional(),
  },
  {
    post: 'deals/:dealId/samples',
    summary: { en: 'Record a sent sample', zh: '记录寄送样品' },
    description: { en: 'The deal must be open.', zh: '样品属于进行中的商机。' },
    needs,
    about,
    creates: 'sampleId',
  },
) {}

export class CloseDeal extends command(
  'CloseDeal',
  { dealId, outcome, value: givenValue.optional(), competitor: competitor.optional() },
  {
    post: 'deals/:dealId/close',
    summary: { en: 'Close a deal as won or lost', zh: '关闭商机（成交或丢单）' },
    description: {
      en: 'A lost deal requires a reason. `value` is the final value of a deal without lines.',
      zh: '丢单须说明原因。没有明细的商机以 `value` 为最终金额。',
    },
    needs,
    about,
  },
) {}

export class ReopenDeal extends command(
  'ReopenDeal',
  { dealId, reason },
  {
    post: 'deals/:dealId/reopen',
    summary: { en: 'Reopen a closed deal', zh: '重新打开商机' },
    description: { en: 'The deal continues at the step that it had reached.', zh: '从已到达的阶段继续。' },
    needs,
    about,
  },
) {}
