import { command } from '@annals/command-bus';
import { consent, consentKind, contactPreference, need, needClosing } from '@annals/contracts-customers';
import { customerId, field, givenPartId, sentInstant } from '@annals/contracts-values';

const needs = 'customers.write';
const about = 'customerId';

export class RecordNeed extends command(
  'RecordNeed',
  { customerId, ...need.shape },
  {
    post: 'customers/:customerId/needs',
    summary: { en: 'Record a need of a customer', zh: '记录客户需求' },
    description: { en: 'A need is permanent, or temporary until a day.', zh: '需求分为长期，或截至某日的临时需求。' },
    needs,
    about,
    creates: 'needId',
  },
) {}

export class CloseNeed extends command(
  'CloseNeed',
  { customerId, needId: need.shape.needId, ...needClosing.shape },
  {
    post: 'customers/:customerId/needs/:needId/close',
    summary: { en: 'Close a need of a customer', zh: '关闭客户需求' },
    description: {
      en: '`outcome` is `fulfilled`, or `lapsed` if the customer does not need it any more.',
      zh: '`outcome`：已满足为 `fulfilled`，客户不再需要为 `lapsed`。',
    },
    needs,
    about,
  },
) {}

export class SetContactPreference extends command(
  'SetContactPreference',
  { customerId, ...contactPreference.shape },
  {
    post: 'customers/:customerId/contact-preference',
    summary: { en: "Set a customer's contact preference", zh: '设置客户的联系偏好' },
    description: {
      en: 'Replaces the whole preference; fields that are left out are removed.',
      zh: '给出完整的偏好：未给出的项不再有效。',
    },
    needs,
    about,
  },
) {}

const personId = field(
  givenPartId,
  { en: 'Contact person', zh: '联系人编号' },
  {
    example: 'p1',
    identifies: 'contact',
    description: {
      en: 'The contact person who says so; without it the customer, whose consent does not cover the contact persons.',
      zh: '表态的联系人；未给出时为客户本身，客户的同意不包括其联系人。',
    },
  },
).optional();

export class GiveConsent extends command(
  'GiveConsent',
  { customerId, ...consent.shape, personId, expiresAt: sentInstant(consent.shape.expiresAt.unwrap()).optional() },
  {
    post: 'customers/:customerId/consents',
    summary: { en: 'Record a consent to contacts for a purpose over a channel', zh: '记录客户同意' },
    description: {
      en: 'Valid until `expiresAt`, or until it is withdrawn.',
      zh: '`expiresAt` 为到期时间；未给出时在撤回前一直有效。',
    },
    needs,
    about,
  },
) {}

export class WithdrawConsent extends command(
  'WithdrawConsent',
  { customerId, ...consentKind.shape, personId },
  {
    post: 'customers/:customerId/consents/withdraw',
    summary: { en: 'Withdraw a consent, or record an objection', zh: '撤回客户同意' },
    description: { en: 'Without an earlier consent it records an objection.', zh: '此前没有同意时，记录为反对。' },
    needs,
    about,
  },
) {}
