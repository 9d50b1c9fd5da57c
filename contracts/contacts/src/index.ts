import { Contract, type EventOf } from '@annals/event-sourcing';
import { channel, choice, customerId, field, id, instant, label, note, personal } from '@annals/contracts-values';
import { purpose, purposeV1, staff } from '@annals/contracts-values';
import { z } from 'zod';
import { conversation, personId, purposeWords } from './conversation.js';

export * from './callers.js';
export { conversation, DIRECTIONS, OUTCOMES, RESPONSES } from './conversation.js';

// Names and fields below are on disk: add a version, never edit one.

/** The rules for outbound contacts. */
export const rule = choice({
  'do-not-contact': { en: 'Do not contact', zh: '禁止联系' },
  objection: { en: 'Objection', zh: '客户反对' },
  consent: { en: 'Consent', zh: '客户同意' },
  'quiet-hours': { en: 'Quiet hours', zh: '免打扰时段' },
  'frequency-cap': { en: 'Frequency cap', zh: '频次上限' },
});
export const RULES = rule.options;
export type Rule = z.infer<typeof rule>;

const { contactId, ...rest } = conversation.shape;

const contactV1 = z.object({
  ...{ contactId, customerId, ...rest, purpose: field(purposeV1, ...purposeWords) },
  /** The name of the contact person of the customer. */
  person: field(personal, { en: 'Contact person', zh: '联系人' }, { example: '王芳' }).optional(),
});

const allowanceId = field(id, { en: 'Exception', zh: '例外批准' }, { example: 'ex-1' });
const rules = (words: { readonly en: string; readonly zh: string }) =>
  field(z.array(rule).min(1), words, { example: ['frequency-cap'] });

const contactV2 = contactV1.extend({
  purpose: field(purpose, ...purposeWords),
  personId: personId.optional(),
  /** The channel that the customer preferred, if the contact was over another one. */
  preferredChannel: field(channel, { en: 'Preferred channel', zh: '首选渠道' }, { example: 'phone' }).optional(),
  /** The rules that it broke. */
  breaches: rules({ en: 'Rules broken', zh: '违反的规则' }).optional(),
  /** The rules that would have refused it without the exception. */
  overridden: rules({ en: 'Rules overridden', zh: '例外放行的规则' }).optional(),
  allowanceId: allowanceId.optional(),
});

export const contact = contactV2.extend({
  /** Of the customer, when it was contacted against a rule. */
  department: field(label, { en: 'Department', zh: '部门' }, { example: 'key-accounts' }).optional(),
});
export type Contact = z.infer<typeof contact>;

export const ContactMade = Contract.of('ContactMade', { en: 'Contact made', zh: '接触已记录' })
  .v1(contactV1)
  .next(contactV2, (data) => data)
  .next(contact, (data) => data);

/** An exception from the rules for one outbound contact of this kind, made between `from` and `until`. */
export const allowance = z.object({
  allowanceId,
  customerId,
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'phone' }),
  purpose: field(purpose, ...purposeWords),
  personId: personId.optional(),
  from: field(instant, { en: 'From', zh: '开始' }, { example: '2026-01-05T09:00:00.000Z' }),
  until: field(instant, { en: 'Until', zh: '截止' }, { example: '2026-01-06T09:00:00.000Z' }),
  reason: field(note, { en: 'Reason', zh: '原因' }, { example: 'A gas leak must be repaired today.' }),
  allowedBy: field(staff, { en: 'Allowed by', zh: '批准人' }, { example: { id: 'max' } }),
});
export type Allowance = z.infer<typeof allowance>;

export const ContactAllowed = Contract.of('ContactAllowed', {
  en: 'Contact allowed by exception',
  zh: '接触已例外批准',
}).v1(allowance);

export const contactContracts = [ContactMade, ContactAllowed] as const;
export type ContactEvent = EventOf<(typeof contactContracts)[number]>;
