import { expected, field, id } from '@annals/contracts-values';
import { z } from 'zod';
import { leadDetails } from './lead-details.js';

const { name, jobTitle, company, website, campaignId } = leadDetails.shape;
const { street, city, postalCode, region, country, language, industry, products, need } = leadDetails.shape;

const phone = z.string().min(1).max(100);
const email = z
  .email(expected('an e-mail address such as `wang@example.com`', '电子邮箱，例如 `wang@example.com`'))
  .max(254);

/** What a page sends by a lead form. */
export const formAnswers = z.strictObject({
  ...{ name, jobTitle, company, website },
  phone: field(phone, { en: 'Phone', zh: '电话' }, { example: '+86 21 6123 4567' }).optional(),
  email: field(email, { en: 'E-mail', zh: '电子邮箱' }, { example: 'wang@example.com' }).optional(),
  ...{ street, city, postalCode, region, country, language, industry, products, need, campaignId },
  consent: field(
    z.boolean(),
    { en: 'Consent', zh: '同意' },
    {
      example: true,
      description: { en: 'Whether the wording of the form was agreed to.', zh: '是否同意表单所列的内容。' },
    },
  ).optional(),
  homepage: field(
    z.string().max(2_000),
    { en: 'Empty field', zh: '空字段' },
    {
      example: '',
      description: {
        en: 'Pages hide this field from people: a lead that fills it comes from a program and is not captured.',
        zh: '网页对用户隐藏此字段：填写了它的线索来自程序，不会登记。',
      },
    },
  ).optional(),
  submissionId: field(
    id,
    { en: 'Submission', zh: '提交编号' },
    {
      example: '7f9c24e8-3b1a-4f0e-9d62-1c5a8e2b7d40',
      description: {
        en: 'Made by the page for each lead, so that one that is sent twice is captured once. `Idempotency-Key` takes precedence.',
        zh: '网页为每个线索生成的编号，重复提交只登记一次。同时发送 `Idempotency-Key` 时以其为准。',
      },
    },
  ).optional(),
});
export type FormAnswers = z.infer<typeof formAnswers>;
