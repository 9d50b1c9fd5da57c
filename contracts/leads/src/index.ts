import { channel, customerId, day, field, id, label, staff } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { conversion, leadDeal } from './conversion.js';
import { formId } from './form.js';
import { assignment, respondBy } from './routing.js';
import { leadChange, leadDetails, leadFacts, line, prose } from './lead-details.js';

export { knownOf, leadChange, leadConsent, leadDetails, leadFacts } from './lead-details.js';
export type { LeadChange, LeadDetails, LeadFacts } from './lead-details.js';

export * from './conversion.js';
export * from './form.js';
export * from './form-answers.js';
export * from './routing.js';
export * from './rule.js';

// Names and fields below are on disk: add a version, never edit one.

/** The subject of the events about leads who are not customers; it is not a valid id of a customer. */
export const LEADS = '@leads';

/** The stream of a lead. */
export const leadStream = (leadId: string): string => `lead-${leadId}`;

export const leadId = field(
  id.max(90), // the ids of what it becomes are longer
  { en: 'Lead', zh: '线索' },
  { example: 'le-7001', identifies: 'lead' },
);

export const leadOwner = field(staff, { en: 'Owner', zh: '负责人' }, { example: { id: 'li.na' } });

/** Why a lead does not become a customer, in the words of the company, such as `no-budget`. */
export const disqualification = field(label, { en: 'Reason', zh: '原因' }, { example: 'no-budget' });
export const recycleOn = field(
  day,
  { en: 'Recycle on', zh: '重新激活日期' },
  {
    example: '2026-09-01',
    description: {
      en: 'The day on which the lead is open again without anybody doing anything.',
      zh: '线索自动重新激活的日期。',
    },
  },
);
export const leadNote = field(line, { en: 'Note', zh: '备注' }, { example: 'Asks again after the summer.' });

/** A conversation with a lead; `reached` is false for an attempt. */
export const leadContact = z.object({
  contactId: field(id, { en: 'Contact', zh: '接触' }, { example: 'ct-1' }),
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'phone' }),
  reached: field(z.boolean(), { en: 'Reached', zh: '是否联系上' }, { example: true }),
  summary: field(prose, { en: 'Summary', zh: '摘要' }, { example: 'Wants a quote by Friday.' }).optional(),
  contactedBy: field(staff, { en: 'Contacted by', zh: '接触人' }, { example: { id: 'li.na' } }),
});
export type LeadContact = z.infer<typeof leadContact>;

const about = { leadId };
const { source, region, country, language } = leadDetails.shape;
const pickRouted = { source, region, country, language };
const facts = field(leadFacts, { en: 'Facts', zh: '事实' });

/** With `formId` it was sent by that form. */
export const LeadCaptured = Contract.of('LeadCaptured', { en: 'Lead captured', zh: '线索已登记' }).v1(
  z.object({ ...about, ...leadDetails.shape, owner: leadOwner.optional(), formId: formId.optional() }),
);

/** `before` and `after` have the same keys: what changed. */
export const LeadChanged = Contract.of('LeadChanged', { en: 'Lead changed', zh: '线索已变更' }).v1(
  z.object({ ...about, before: leadChange, after: leadChange }),
);

/** With `rule` it was assigned by that rule, to be answered by `respondBy`; `assignment` says who was considered. */
export const LeadAssigned = Contract.of('LeadAssigned', { en: 'Lead assigned', zh: '线索已指派' }).v1(
  z.object({
    ...about,
    owner: leadOwner,
    previous: field(staff.nullable(), { en: 'Owner before', zh: '原负责人' }, { example: null }),
    rule: field(label, { en: 'Rule', zh: '规则' }, { example: 'round-robin' }).optional(),
    respondBy: respondBy.optional(),
    assignment: field(assignment, { en: 'Assignment', zh: '分配' }).optional(),
  }),
);

export const LeadContacted = Contract.of('LeadContacted', { en: 'Lead contacted', zh: '线索已联系' }).v1(
  z.object({ ...about, ...leadContact.shape }),
);

/** The owner to whom a rule assigned it has not contacted it in time. */
export const LeadResponseMissed = Contract.of('LeadResponseMissed', {
  en: 'Lead not answered in time',
  zh: '线索逾期未应答',
}).v1(z.object({ ...about, owner: leadOwner, respondBy, ...pickRouted }));

/** With `recycleOn` it is open again on that day. */
export const LeadDisqualified = Contract.of('LeadDisqualified', { en: 'Lead disqualified', zh: '线索已淘汰' }).v1(
  z.object({ ...about, reason: disqualification, note: leadNote.optional(), recycleOn: recycleOn.optional(), facts }),
);

/** A disqualified lead is open again; with `recycleOn` because that day has come. `facts` are those of its disqualification. */
export const LeadRecycled = Contract.of('LeadRecycled', { en: 'Lead recycled', zh: '线索已重新激活' }).v1(
  z.object({ ...about, note: leadNote.optional(), recycleOn: recycleOn.optional(), facts }),
);

/**
 * The lead becomes a customer, or belongs to one. Policies carry it out: the customer is registered or gets a contact person, and
 * the deal is opened.
 */
export const LeadConverted = Contract.of('LeadConverted', { en: 'Lead converted', zh: '线索已转化' }).v1(
  z.object({ ...about, ...conversion.shape, owner: field(staff.nullable(), { en: 'Owner', zh: '负责人' }), facts }),
);

/** The customer of a converted lead is there, so that its deal can be opened. */
export const LeadDealDue = Contract.of('LeadDealDue', { en: 'Deal of a lead due', zh: '线索的商机待新建' }).v1(
  z.object({ ...about, customerId, dealId: conversion.shape.dealId.unwrap(), ...leadDeal.shape }),
);

export const leadContracts = [
  LeadCaptured,
  LeadChanged,
  LeadAssigned,
  LeadContacted,
  LeadResponseMissed,
  LeadDisqualified,
  LeadRecycled,
  LeadConverted,
  LeadDealDue,
] as const;
export type LeadEvent = EventOf<(typeof leadContracts)[number]>;
