import { problems, type Words } from '@annals/event-sourcing';
import type { Move } from './lead.state.js';

const STATUSES = {
  open: { en: 'open', zh: '跟进中' },
  disqualified: { en: 'disqualified', zh: '已淘汰' },
  converted: { en: 'converted', zh: '已转化' },
};

const MOVES: Readonly<Record<Move, Words>> = {
  capture: { en: 'capture', zh: '登记' },
  disqualification: { en: 'disqualification', zh: '淘汰' },
  recycling: { en: 'recycling', zh: '重新激活' },
  conversion: { en: 'conversion', zh: '转化' },
};

export const leadProblems = problems({
  LeadUnknown: {
    kind: 'missing',
    title: { en: 'Lead not found', zh: '线索不存在' },
    detail: {
      en: 'There is no lead {leadId}. Check the id, or capture the lead first.',
      zh: '没有线索 {leadId}。请核对编号，或先登记该线索。',
    },
    example: { leadId: 'le-7001' },
  },
  LeadAlreadyCaptured: {
    kind: 'conflict',
    title: { en: 'Lead already captured', zh: '线索已登记' },
    detail: {
      en: 'Lead {leadId} is captured already, with other content. Send another id for another lead.',
      zh: '线索 {leadId} 已登记，且内容不同。其他线索请使用其他编号。',
    },
    example: { leadId: 'le-7001' },
  },
  LeadNotNamed: {
    kind: 'conflict',
    title: { en: 'Lead without a name', zh: '线索缺少名称' },
    detail: {
      en: 'A lead needs a name, a company, a phone number or an e-mail address. Send at least one of them.',
      zh: '线索须有姓名、公司、电话或电子邮箱。请至少填写一项。',
    },
    example: {},
  },
  LeadNotOpen: {
    kind: 'conflict',
    title: { en: 'Lead not open', zh: '线索已结束' },
    detail: {
      en: 'The lead is {status}, and only an open lead can be changed or ended. Open a disqualified one again with `recycle`; change the customer of a converted one.',
      zh: '该线索状态为“{status}”，只有跟进中的线索可以变更或结束。已淘汰的请先重新激活，已转化的请变更其客户。',
    },
    values: { status: STATUSES },
    example: { status: 'disqualified' },
  },
  LeadAlreadyDisqualified: {
    kind: 'conflict',
    title: { en: 'Lead already disqualified', zh: '线索已淘汰' },
    detail: {
      en: 'Lead {leadId} is disqualified already, with another reason, note or day. To disqualify it again, open it first with `recycle`.',
      zh: '线索 {leadId} 已淘汰，且原因、备注或日期不同。如需重新淘汰，请先重新激活。',
    },
    example: { leadId: 'le-7001' },
  },
  LeadAlreadyConverted: {
    kind: 'conflict',
    title: { en: 'Lead already converted', zh: '线索已转化' },
    detail: {
      en: 'Lead {leadId} is converted to customer {customerId} already. Use that customer: a conversion cannot be changed.',
      zh: '线索 {leadId} 已转化为客户 {customerId}，不能更改。请使用该客户。',
    },
    example: { leadId: 'le-7001', customerId: 'lead:le-7001' },
  },
  LeadNotDisqualified: {
    kind: 'conflict',
    title: { en: 'Lead not disqualified', zh: '线索未淘汰' },
    detail: {
      en: 'The lead is {status}, and only a disqualified lead can be recycled. Capture another lead instead: check the id.',
      zh: '该线索状态为“{status}”，只有已淘汰的线索可以重新激活。请核对编号，或另行登记线索。',
    },
    values: { status: STATUSES },
    example: { status: 'converted' },
  },
  LeadIsOpen: {
    kind: 'conflict',
    title: { en: 'Lead is open', zh: '线索未结束' },
    detail: {
      en: 'Lead {leadId} is open, and only a disqualified lead can be recycled. Check the id.',
      zh: '线索 {leadId} 尚在跟进，只有已淘汰的线索可以重新激活。请核对编号。',
    },
    example: { leadId: 'le-7001' },
  },
  LeadTaken: {
    kind: 'conflict',
    title: { en: 'Lead has another owner', zh: '线索已有其他负责人' },
    detail: {
      en: 'Lead {leadId} was assigned otherwise before the rule was carried out. Nothing has to be done; assign it by hand to change its owner.',
      zh: '线索 {leadId} 在规则执行前已另行指派，无需处理。如需更换负责人，请手动指派。',
    },
    example: { leadId: 'le-7001' },
  },
  LeadAlreadyRouted: {
    kind: 'conflict',
    title: { en: 'Lead already assigned by rule', zh: '线索已按规则分配' },
    detail: {
      en: 'Lead {leadId} is assigned by a rule already, for other facts. Nothing has to be done; assign it by hand to change its owner.',
      zh: '线索 {leadId} 已依据其他事实按规则分配，无需处理。如需更换负责人，请手动指派。',
    },
    example: { leadId: 'le-7001' },
  },
  LeadContactDiffers: {
    kind: 'conflict',
    title: { en: 'Contact already recorded', zh: '接触已记录' },
    detail: {
      en: 'Contact {contactId} of the lead is recorded already, with other content. Send another id for another contact.',
      zh: '线索的接触 {contactId} 已记录，且内容不同。其他接触请使用其他编号。',
    },
    example: { contactId: 'ct-1' },
  },
  RecyclingBeforeEnd: {
    kind: 'conflict',
    title: { en: 'Recycled before it is disqualified', zh: '重新激活日期过早' },
    detail: {
      en: 'The lead is disqualified on {occurredAt} and would be recycled on {recycleOn}. Send a later day.',
      zh: '线索于 {occurredAt} 淘汰，而重新激活日期为 {recycleOn}。请发送更晚的日期。',
    },
    example: { occurredAt: '2026-01-05T09:00:00.000Z', recycleOn: '2026-01-04' },
  },
  LeadOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before what it follows', zh: '发生时间早于其前提' },
    detail: {
      en: 'The {follows} of the lead was at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '该线索的{follows}时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    values: { follows: MOVES },
    example: { follows: 'capture', since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
});
