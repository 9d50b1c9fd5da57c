import { channel, choice, customerId, day, expected, field, id, instant, label, note } from '@annals/contracts-values';
import { partId, personalText, purpose, purposeV1, timeZone } from '@annals/contracts-values';
import { Contract } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

const about = { customerId };

export const need = z.object({
  needId: field(id, { en: 'Need', zh: '需求' }, { example: 'n-1' }),
  description: field(personalText, { en: 'Description', zh: '描述' }, { example: 'More capacity in summer.' }),
  duration: field(
    choice({ lasting: { en: 'Lasting', zh: '长期' }, temporary: { en: 'Temporary', zh: '临时' } }),
    { en: 'Duration', zh: '持续性' },
    { example: 'temporary' },
  ),
  product: field(label, { en: 'Product', zh: '产品' }, { example: 'Transformer' }).optional(),
  until: field(day, { en: 'Until', zh: '截止日期' }, { example: '2026-09-30' }).optional(),
});
export type Need = z.infer<typeof need>;

export const NeedRecorded = Contract.of('NeedRecorded', { en: 'Need recorded', zh: '需求已记录' }).v1(
  z.object({ ...about, ...need.shape }),
);

/** The last day of the need is over. */
export const NeedEnded = Contract.of('NeedEnded', { en: 'Need ended', zh: '需求已到期' }).v1(
  z.object({ ...about, needId: need.shape.needId, until: need.shape.until.unwrap() }),
);

/** A user has closed the need: it is fulfilled, or it has lapsed. */
export const needClosing = z.object({
  outcome: field(
    choice({ fulfilled: { en: 'Fulfilled', zh: '已满足' }, lapsed: { en: 'Lapsed', zh: '不再需要' } }),
    { en: 'Outcome', zh: '结果' },
    { example: 'fulfilled' },
  ),
  reason: field(note, { en: 'Reason', zh: '原因' }, { example: 'The transformer has been delivered.' }),
});

export const NeedClosed = Contract.of('NeedClosed', { en: 'Need closed', zh: '需求已关闭' }).v1(
  z.object({ ...about, needId: need.shape.needId, ...needClosing.shape }),
);

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, expected('a time of day such as `08:30`', '一天中的时刻，例如 `08:30`'));

/** From one time of day to another, the latter excluded; may span midnight. */
const quietHours = z
  .strictObject({
    from: field(clockTime, { en: 'From', zh: '开始' }, { example: '21:00' }),
    to: field(clockTime, { en: 'To', zh: '结束' }, { example: '08:00' }),
    timeZone: field(timeZone, { en: 'Time zone', zh: '时区' }, { example: 'Asia/Shanghai' }),
  })
  .refine(({ from, to }) => from !== to, expected('two different times of day', '两个不同的时刻'));
export type QuietHours = z.infer<typeof quietHours>;

/** At most `contacts` outbound contacts in any `days` days. */
const frequencyCap = z.strictObject({
  contacts: field(z.number().int().min(0), { en: 'Contacts', zh: '接触次数' }, { example: 2 }),
  days: field(z.number().int().min(1).max(366), { en: 'Days', zh: '天数' }, { example: 7 }),
});

export const contactPreference = z.strictObject({
  preferredChannel: field(channel, { en: 'Preferred channel', zh: '首选渠道' }, { example: 'phone' }).optional(),
  language: field(label, { en: 'Language', zh: '语言' }, { example: 'zh' }).optional(),
  doNotContact: field(z.boolean(), { en: 'Do not contact', zh: '禁止联系' }, { example: false }),
  quietHours: field(
    quietHours,
    { en: 'Quiet hours', zh: '免打扰时段' },
    { example: { from: '21:00', to: '08:00', timeZone: 'Asia/Shanghai' } },
  ).optional(),
  frequencyCap: field(
    frequencyCap,
    { en: 'Frequency cap', zh: '频次上限' },
    { example: { contacts: 2, days: 7 } },
  ).optional(),
  contactEveryDays: field(
    z.number().int().min(1).max(3660),
    { en: 'Contact every (days)', zh: '定期联系间隔（天）' },
    { example: 90 },
  ).optional(),
});
export type ContactPreference = z.infer<typeof contactPreference>;

export const ContactPreferenceSet = Contract.of('ContactPreferenceSet', {
  en: 'Contact preference set',
  zh: '联系偏好已设置',
}).v1(z.object({ ...about, preference: field(contactPreference, { en: 'Contact preference', zh: '联系偏好' }) }));

const consentChannel = field(channel, { en: 'Channel', zh: '渠道' }, { example: 'email' });
const purposeWords = [{ en: 'Purpose', zh: '目的' }, { example: 'marketing' }] as const;
const kindV1 = { channel: consentChannel, purpose: field(purposeV1, ...purposeWords) };

const consentV1 = z.object({
  ...kindV1,
  evidence: field(personalText, { en: 'Evidence', zh: '凭证' }, { example: 'Signed form of 5 January.' }).optional(),
  expiresAt: field(instant, { en: 'Valid until', zh: '有效期至' }, { example: '2027-01-01T00:00:00.000Z' }).optional(),
});

/**
 * What a consent is about. With `personId` it is a consent of that contact person; without it a consent of the customer,
 * which does not cover its contact persons.
 */
export const consentKind = z.object({
  channel: consentChannel,
  purpose: field(purpose, ...purposeWords),
  personId: field(
    partId,
    { en: 'Contact person', zh: '联系人编号' },
    { example: 'c-1001:p1', identifies: 'contact' },
  ).optional(),
});

export type ConsentKind = z.infer<typeof consentKind>;

type KindOrNull = Pick<ConsentKind, 'channel' | 'purpose'> & { readonly personId?: string | null | undefined };

/** Tells the consents of a customer and its contact persons apart, such as `email/marketing` and `email/marketing/c-1001:p1`. */
export const consentKey = ({ channel, purpose, personId }: KindOrNull): string =>
  [channel, purpose, ...(personId ? [personId] : [])].join('/');

/** Valid until `expiresAt`, or until it is withdrawn. */
export const consent = consentV1.extend(consentKind.shape);
export type Consent = z.infer<typeof consent>;

const same = <Data>(data: Data) => data;

export const ConsentGiven = Contract.of('ConsentGiven', { en: 'Consent given', zh: '同意已给予' })
  .v1(z.object({ ...about, ...consentV1.shape }))
  .next(z.object({ ...about, ...consent.shape }), same);

/** Also recorded when a customer without a consent objects. */
export const ConsentWithdrawn = Contract.of('ConsentWithdrawn', { en: 'Consent withdrawn', zh: '同意已撤回' })
  .v1(z.object({ ...about, ...kindV1 }))
  .next(z.object({ ...about, ...consentKind.shape }), same);

const expired = { expiresAt: consent.shape.expiresAt.unwrap() };

/** The `expiresAt` of a consent has been reached. */
export const ConsentExpired = Contract.of('ConsentExpired', { en: 'Consent expired', zh: '同意已到期' })
  .v1(z.object({ ...about, ...kindV1, ...expired }))
  .next(z.object({ ...about, ...consentKind.shape, ...expired }), same);
