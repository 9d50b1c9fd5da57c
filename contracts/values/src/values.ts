import { z } from 'zod';
import { DECIMAL } from './decimal.js';
import { expected } from './expected.js';
import { choice, field } from './field.js';

/** An instant, as `toISOString()` writes it. */
export const instant = z.iso.datetime();

/** A day, `2026-01-31`. */
export const day = z.iso.date();

/** An IANA time zone such as `Asia/Shanghai`. */
export const timeZone = z
  .string()
  .max(100)
  .refine(
    (name) => isTimeZone(name),
    expected('an IANA time zone such as `Asia/Shanghai`', 'IANA 时区，例如 `Asia/Shanghai`'),
  );

/** Short text without personal data. */
export const label = z.string().min(1).max(200);

/** Metadata of a field with personal data of the customer whose `customerId` is beside it or around it. */
export const ofCustomer = { personal: { whose: 'customer', by: 'customerId' } } as const;

/** Short text that identifies or describes the customer. */
export const personal = z.string().min(1).max(500).meta(ofCustomer);

/** Free text about the customer. */
export const personalText = z.string().max(10_000).meta(ofCustomer);

/** A line of free text about the customer, such as a reason; it may contain names. */
export const note = label.meta(ofCustomer);

/** An aggregate's id: a UUID or a short key of the caller's system. */
export const id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/,
    expected(
      'an id of up to 100 letters, digits and `.` `_` `:` `-` that begins with a letter or a digit',
      '编号，由不超过 100 个字母、数字和 `.` `_` `:` `-` 组成，以字母或数字开头',
    ),
  );

/** The customer that something is about. */
export const customerId = field(id, { en: 'Customer', zh: '客户' }, { example: 'c-1001', identifies: 'customer' });

/** Decimal digits in a string, at most 15 before and 8 after the decimal point. */
export const decimal = z
  .string()
  .regex(
    DECIMAL,
    expected(
      'a decimal such as `"12.50"`, with at most 15 digits before and 8 after the point',
      '十进制数，例如 `"12.50"`，小数点前最多 15 位、后最多 8 位',
    ),
  );

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, expected('a currency of three capital letters such as `CNY`', '三个大写字母的币种，例如 `CNY`'));

export const CURRENCY = { en: 'Currency', zh: '币种' };

/** `currency` is an ISO 4217 code. */
export const money = z.strictObject({
  amount: field(decimal, { en: 'Amount', zh: '金额' }, { example: '440.00' }),
  currency: field(currency, CURRENCY, { example: 'CNY' }),
});
export type Money = z.infer<typeof money>;

/** An employee: the id of the user, and the name at that time. */
export const staff = z.strictObject({
  id: field(id, { en: 'User', zh: '用户' }, { example: 'li.na' }),
  name: field(
    label,
    { en: 'Name', zh: '姓名' },
    { example: '李娜', personal: { whose: 'employee', by: 'id' } },
  ).optional(),
});
export type Staff = z.infer<typeof staff>;

/** The channel of a contact. */
export const channel = choice({
  'in-person': { en: 'In person', zh: '面访' },
  phone: { en: 'Phone', zh: '电话' },
  'call-centre': { en: 'Call centre', zh: '呼叫中心' },
  email: { en: 'E-mail', zh: '电子邮件' },
  sms: { en: 'SMS', zh: '短信' },
  web: { en: 'Web', zh: '网站' },
  fax: { en: 'Fax', zh: '传真' },
  post: { en: 'Post', zh: '邮寄' },
  partner: { en: 'Partner', zh: '合作伙伴' },
});
export const CHANNELS = channel.options;
export type Channel = z.infer<typeof channel>;

const purposesV1 = {
  sales: { en: 'Sales', zh: '销售' },
  service: { en: 'Service', zh: '服务' },
  marketing: { en: 'Marketing', zh: '营销' },
  survey: { en: 'Survey', zh: '调查' },
  collection: { en: 'Collection', zh: '催收' },
  notice: { en: 'Notice', zh: '通知' },
  other: { en: 'Other', zh: '其他' },
} as const;

/** The purposes without `statutory`, which events of older versions know. */
export const purposeV1 = choice(purposesV1);

/** The purpose of a contact. */
export const purpose = choice({ ...purposesV1, statutory: { en: 'Statutory', zh: '法定告知' } });
export const PURPOSES = purpose.options;
export type Purpose = z.infer<typeof purpose>;

/** An optional map of at most `entries` entries; for commands, because stored events may hold more. */
export const atMost = <Schema extends z.ZodType>(entries: number, map: Schema): Schema =>
  map
    .refine(
      (value) => Object.keys(value ?? {}).length <= entries,
      expected(`at most ${entries} entries`, `最多 ${entries} 项`),
    )
    .meta({ maxProperties: entries });

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
