import { channel, expected, field, id, label, purpose } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

const MOST_ORIGINS = 20;

/** The stream of a form. */
export const leadFormStream = (formId: string): string => `leadform-${formId}`;

export const formId = field(
  id.max(60), // the ids of its leads are longer
  { en: 'Lead form', zh: '线索表单' },
  {
    example: 'f-spring',
    description: {
      en: 'The key of the form: pages send leads to the address that contains it, so that anyone can read it.',
      zh: '表单的密钥：网页向包含它的地址提交线索，因此是公开的。',
    },
  },
);

/** Scheme, host and port of a page, as browsers send it in `Origin`. */
export const origin = z
  .string()
  .regex(
    /^https?:\/\/[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?(:[0-9]{1,5})?$/,
    expected(
      'an origin such as `https://www.example.com`, in small letters and without a path',
      '网页来源，例如 `https://www.example.com`，使用小写字母，不含路径',
    ),
  )
  .meta({ examples: ['https://www.example.com'] });

/** The address of a page. */
const pageAddress = z
  .string()
  .regex(
    /^https?:\/\/[\x21-\x7e]{1,1000}$/,
    expected('an address that begins with `https://` or `http://`', '以 `https://` 或 `http://` 开头的网址'),
  );

/** What a lead agrees to by the form. */
export const formConsent = z.strictObject({
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'email' }),
  purpose: field(purpose, { en: 'Purpose', zh: '目的' }, { example: 'marketing' }),
  wording: field(
    z.string().min(1).max(2_000),
    { en: 'Wording', zh: '同意内容' },
    { example: 'Please write to me about tea.' },
  ),
});

/** What administrators say of a form; `null` is what they do not say. */
export const formEntry = z.strictObject({
  name: field(label, { en: 'Name', zh: '名称' }, { example: 'Contact page' }),
  source: field(label, { en: 'Source', zh: '来源' }, { example: 'web-form' }),
  campaignId: field(id.nullable(), { en: 'Campaign', zh: '营销活动' }, { example: 'spring-2026' }),
  consent: field(
    formConsent.nullable(),
    { en: 'Consent', zh: '同意' },
    {
      example: { channel: 'email', purpose: 'marketing', wording: 'Please write to me about tea.' },
      description: {
        en: 'What a lead agrees to whose form says `consent`; the wording is kept with the lead.',
        zh: '表单勾选 `consent` 时同意的内容；其文字随线索保存。',
      },
    },
  ),
  origins: field(
    z.array(origin).max(MOST_ORIGINS),
    { en: 'Allowed origins', zh: '允许的来源' },
    {
      example: ['https://www.example.com'],
      description: {
        en: 'The sites whose pages may send leads by this form.',
        zh: '允许通过此表单提交线索的网站。',
      },
    },
  ),
  redirectTo: field(
    pageAddress.nullable(),
    { en: 'Page afterwards', zh: '提交后的页面' },
    {
      example: 'https://www.example.com/thanks',
      description: {
        en: 'Where browsers go after a plain HTML form was sent.',
        zh: '普通 HTML 表单提交后浏览器转到的页面。',
      },
    },
  ),
});
export type FormEntry = z.infer<typeof formEntry>;

/** What a change of a form says. */
export const someFormEntry = formEntry.partial();
export type FormChange = z.infer<typeof someFormEntry>;

const about = { formId };

/** Why a form is switched off or on. */
export const formReason = field(label, { en: 'Reason', zh: '原因' }, { example: 'The campaign is over.' });

export const LeadFormAdded = Contract.of('LeadFormAdded', { en: 'Lead form added', zh: '线索表单已添加' }).v1(
  z.object({ ...about, ...formEntry.shape }),
);

/** `before` and `after` have the same keys: what changed. */
export const LeadFormChanged = Contract.of('LeadFormChanged', { en: 'Lead form changed', zh: '线索表单已变更' }).v1(
  z.object({ ...about, before: someFormEntry, after: someFormEntry }),
);

export const LeadFormSwitchedOff = Contract.of('LeadFormSwitchedOff', {
  en: 'Lead form switched off',
  zh: '线索表单已停用',
}).v1(z.object({ ...about, reason: formReason }));

export const LeadFormSwitchedOn = Contract.of('LeadFormSwitchedOn', {
  en: 'Lead form switched on',
  zh: '线索表单已启用',
}).v1(z.object({ ...about, reason: formReason }));

export const leadFormContracts = [LeadFormAdded, LeadFormChanged, LeadFormSwitchedOff, LeadFormSwitchedOn] as const;
export type LeadFormEvent = EventOf<(typeof leadFormContracts)[number]>;
