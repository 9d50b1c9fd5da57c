import {
  attributes,
  channel,
  choice,
  customerId,
  day,
  field,
  id,
  instant,
  label,
  money,
  note,
  ofCustomer,
  partId,
  personal,
  personalText,
  purpose,
} from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

const PREFIX = 'lead:';

/** The id of the customer, the deal and the need that a lead becomes. */
export const recordIdOf = (leadId: string): string => `${PREFIX}${leadId}`;

/** The lead that a record comes from by its id; `undefined` for a record that comes from none. */
export const leadOfRecord = (recordId: string): string | undefined =>
  recordId.startsWith(PREFIX) ? recordId.slice(PREFIX.length) : undefined;

const ofContact = { personal: { whose: 'contact', by: 'personId' } } as const;
const line = z.string().min(1).max(500).meta(ofContact);

const email = z.email().max(254);

export const customerKind = field(
  choice({ person: { en: 'Person', zh: '个人' }, organisation: { en: 'Organisation', zh: '组织' } }),
  { en: 'Kind', zh: '客户类型' },
  { example: 'organisation' },
);

/** The customer that is registered. */
export const newCustomer = z.strictObject({
  kind: customerKind,
  name: field(personal, { en: 'Name', zh: '名称' }, { example: 'Acme 有限公司' }),
  email: field(email.meta(ofCustomer), { en: 'E-mail', zh: '电子邮箱' }, { example: 'wang@example.com' }).optional(),
  phone: field(personal, { en: 'Phone', zh: '电话' }, { example: '+86 21 6123 4567' }).optional(),
  website: field(label, { en: 'Website', zh: '网站' }, { example: 'https://example.com' }).optional(),
  industry: field(label, { en: 'Industry', zh: '行业' }, { example: 'power' }).optional(),
  street: field(personal, { en: 'Street', zh: '街道' }, { example: '1 Renmin Road' }).optional(),
  city: field(personal, { en: 'City', zh: '城市' }, { example: 'Shanghai' }).optional(),
  postalCode: field(personal, { en: 'Postal code', zh: '邮政编码' }, { example: '200000' }).optional(),
  region: field(label, { en: 'Region', zh: '区域' }, { example: 'east' }).optional(),
  country: field(label, { en: 'Country', zh: '国家/地区' }, { example: 'CN' }).optional(),
  language: field(label, { en: 'Language', zh: '语言' }, { example: 'zh' }).optional(),
  attributes: field(
    attributes,
    { en: 'Further attributes', zh: '其他属性' },
    { example: { employees: 250 } },
  ).optional(),
});
export type NewCustomer = z.infer<typeof newCustomer>;

/** The contact person that is added. */
export const newPerson = z.strictObject({
  personId: field(partId, { en: 'Contact person', zh: '联系人编号' }, { example: 'c-1001:le-7001' }),
  name: field(line, { en: 'Name', zh: '姓名' }, { example: '王芳' }),
  title: field(line, { en: 'Job title', zh: '职务' }, { example: 'Purchasing manager' }).optional(),
  phone: field(line, { en: 'Phone', zh: '电话' }, { example: '+86 21 6123 4567' }).optional(),
  email: field(line, { en: 'E-mail', zh: '电子邮箱' }, { example: 'wang@example.com' }).optional(),
});
export type NewPerson = z.infer<typeof newPerson>;

/** What the lead has agreed or objected to, as the customer's or, with `personId`, as that of the contact person. */
export const passedConsent = z.strictObject({
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'email' }),
  purpose: field(purpose, { en: 'Purpose', zh: '目的' }, { example: 'marketing' }),
  given: field(z.boolean(), { en: 'Given', zh: '是否同意' }, { example: true }),
  evidence: field(personalText, { en: 'Evidence', zh: '凭证' }, { example: 'Please write to me.' }).optional(),
  expiresAt: field(instant, { en: 'Valid until', zh: '有效期至' }, { example: '2027-01-01T00:00:00.000Z' }).optional(),
});

/** What the lead needs. */
export const passedNeed = z.strictObject({
  description: field(personalText, { en: 'Description', zh: '描述' }, { example: 'Tea for 200 employees.' }),
  product: field(label, { en: 'Product', zh: '产品' }, { example: 'Chai' }).optional(),
});

/** The deal that is opened. */
export const leadDeal = z.strictObject({
  title: field(note, { en: 'Title', zh: '标题' }, { example: 'Tea for the office' }),
  value: field(money, { en: 'Value', zh: '金额' }, { example: { amount: '5000.00', currency: 'CNY' } }),
  expectedCloseDate: field(day, { en: 'Expected close', zh: '预计成交日期' }, { example: '2026-06-30' }).optional(),
});
export type LeadDeal = z.infer<typeof leadDeal>;

/** What becomes of a lead: all that the commands need that carry it out. */
export const conversion = z.object({
  customerId,
  /** Present if a new customer is registered. */
  customer: field(newCustomer, { en: 'New customer', zh: '新客户' }).optional(),
  person: field(newPerson, { en: 'New contact person', zh: '新联系人' }).optional(),
  /** The contact person of the customer that the lead is. */
  personId: field(
    partId,
    { en: 'Contact person', zh: '联系人编号' },
    { example: 'c-1001:p1', identifies: 'contact' },
  ).optional(),
  consents: field(z.array(passedConsent), { en: 'Consents', zh: '同意' }),
  need: field(passedNeed, { en: 'Need', zh: '需求' }).optional(),
  deal: field(leadDeal, { en: 'Deal', zh: '商机' }).optional(),
  dealId: field(id, { en: 'Deal', zh: '商机' }, { example: 'lead:le-7001' }).optional(),
});
export type Conversion = z.infer<typeof conversion>;
