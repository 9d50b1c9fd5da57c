import {
  attributes,
  channel,
  clearable,
  expected,
  field,
  id,
  instant,
  label,
  money,
  purpose,
} from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

/** Metadata of a field with personal data of the lead whose `leadId` is beside it or around it. */
export const ofLead = { personal: { whose: 'lead', by: 'leadId' } } as const;

/** Short text that identifies or describes the lead. */
export const line = z.string().min(1).max(500).meta(ofLead);
/** Free text about the lead. */
export const prose = z.string().max(10_000).meta(ofLead);

const MOST = { points: 10, products: 20, consents: 50 } as const;

const language = label.regex(
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  expected('a language tag such as `zh` or `en-GB`', '语言标签，例如 `zh`、`en-GB`'),
);

/** What a lead has agreed or objected to. `wording` is the text that was agreed to, or other evidence. */
export const leadConsent = z.strictObject({
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'email' }),
  purpose: field(purpose, { en: 'Purpose', zh: '目的' }, { example: 'marketing' }),
  given: field(z.boolean(), { en: 'Given', zh: '是否同意' }, { example: true }),
  wording: field(prose, { en: 'Wording', zh: '同意内容' }, { example: 'Please write to me about tea.' }).optional(),
  expiresAt: field(instant, { en: 'Valid until', zh: '有效期至' }, { example: '2027-01-01T00:00:00.000Z' }).optional(),
});

/** Where a lead comes from. */
const origin = {
  source: field(
    label,
    { en: 'Source', zh: '来源' },
    {
      example: 'web-form',
      description: {
        en: 'Such as `web-form`, `referral`, `trade-fair`, `partner` or `phone`; the company chooses the names.',
        zh: '例如 `web-form`、`referral`、`trade-fair`、`partner`、`phone`；名称由企业自定。',
      },
    },
  ),
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'web' }).optional(),
  campaignId: field(id, { en: 'Campaign', zh: '营销活动' }, { example: 'spring-2026' }).optional(),
};

/** The person who asks, and the company that he or she asks for. */
const person = {
  name: field(line, { en: 'Name', zh: '姓名' }, { example: '王芳' }).optional(),
  jobTitle: field(line, { en: 'Job title', zh: '职务' }, { example: 'Purchasing manager' }).optional(),
  company: field(line, { en: 'Company', zh: '公司' }, { example: 'Acme 有限公司' }).optional(),
  phones: field(
    z.array(z.string().min(1).max(100).meta(ofLead)).max(MOST.points),
    { en: 'Phone numbers', zh: '电话' },
    { example: ['+86 21 6123 4567'] },
  ).optional(),
  emails: field(
    z.array(z.email().max(254).meta(ofLead)).max(MOST.points),
    { en: 'E-mail addresses', zh: '电子邮箱' },
    { example: ['wang@example.com'] },
  ).optional(),
  website: field(label.meta(ofLead), { en: 'Website', zh: '网站' }, { example: 'https://example.com' }).optional(),
};

const place = {
  street: field(line, { en: 'Street', zh: '街道' }, { example: '1 Renmin Road' }).optional(),
  city: field(line, { en: 'City', zh: '城市' }, { example: 'Shanghai' }).optional(),
  postalCode: field(line, { en: 'Postal code', zh: '邮政编码' }, { example: '200000' }).optional(),
  region: field(label, { en: 'Region', zh: '区域' }, { example: 'east' }).optional(),
  country: field(label, { en: 'Country', zh: '国家/地区' }, { example: 'CN' }).optional(),
  language: field(language, { en: 'Language', zh: '语言' }, { example: 'zh' }).optional(),
};

const interest = {
  industry: field(label, { en: 'Industry', zh: '行业' }, { example: 'power' }).optional(),
  products: field(
    z.array(label).max(MOST.products),
    { en: 'Products of interest', zh: '意向产品' },
    { example: ['Chai'] },
  ).optional(),
  need: field(prose, { en: 'Need', zh: '需求' }, { example: 'Tea for 200 employees.' }).optional(),
  budget: field(money, { en: 'Budget', zh: '预算' }, { example: { amount: '5000.00', currency: 'CNY' } }).optional(),
};

/** Everything that is said of a lead. */
export const leadDetails = z.object({
  ...{ ...origin, ...person, ...place, ...interest },
  consents: field(
    z.array(field(leadConsent, { en: 'Lead consent', zh: '线索的同意' })).max(MOST.consents),
    { en: 'Consents', zh: '同意' },
    { example: [{ channel: 'email', purpose: 'marketing', given: true }] },
  ).optional(),
  attributes: field(
    attributes.meta(ofLead),
    { en: 'Further attributes', zh: '其他属性' },
    { example: { employees: 250 } },
  ).optional(),
});
export type LeadDetails = z.infer<typeof leadDetails>;

const { channel: by, campaignId, country, region, language: spoken, industry, products } = leadDetails.shape;

/**
 * What is known of a lead when it ends, apart from personal data, repeated so that what wins and loses is counted by these events
 * alone. `known` are the names of what is known at all, such as `phone`.
 */
export const leadFacts = z.strictObject({
  source: origin.source,
  ...{ channel: by, campaignId, country, region, language: spoken, industry, products },
  known: field(z.array(label), { en: 'Known', zh: '已知信息' }, { example: ['phone', 'email'] }),
  contacted: field(z.boolean(), { en: 'Contacted', zh: '已联系' }, { example: true }),
});
export type LeadFacts = z.infer<typeof leadFacts>;

/** What can be changed of it; `null` removes. */
export const leadChange = z.strictObject(clearable(leadDetails.shape));
export type LeadChange = z.infer<typeof leadChange>;

type Said = { readonly [Name in keyof LeadDetails]?: unknown };

const isSaid = (value: unknown) =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const NAMED_AS: Readonly<Record<string, string>> = { phones: 'phone', emails: 'email' };
const TELLING = [
  ...(['name', 'jobTitle', 'company', 'phones', 'emails', 'website', 'street', 'city'] as const),
  ...(['products', 'need', 'budget'] as const),
] as const;

/** The names of what is known of a lead at all: `phone` and `email` for any of them. */
export const knownOf = (details: Said): readonly string[] =>
  TELLING.filter((name) => isSaid(details[name])).map((name) => NAMED_AS[name] ?? name);
