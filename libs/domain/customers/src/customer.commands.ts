import { command, systemCommand } from '@annals/command-bus';
import { changeSource, competitor, consent, contactPreference, effectiveDate } from '@annals/contracts-customers';
import {
  lastActivityAt,
  lossReason,
  need,
  owner,
  profile,
  profileChanges,
  silentDays,
} from '@annals/contracts-customers';
import { customerId } from '@annals/contracts-values';

const needs = 'customers.write';
const about = 'customerId';

export class RegisterCustomer extends command(
  'RegisterCustomer',
  { customerId, ...profile.shape },
  { post: 'customers', summary: { en: 'Register a customer', zh: '登记客户' }, needs, about, creates: 'customerId' },
) {}

/** `changes` are new values by path of the profile, such as `phone` and `geographic.country`; `null` removes. */
export class ChangeData extends command(
  'ChangeData',
  { customerId, changes: profileChanges, source: changeSource.optional(), effectiveDate: effectiveDate.optional() },
  {
    post: 'customers/:customerId/change-data',
    summary: { en: 'Change customer data', zh: '变更客户资料' },
    needs,
    about,
  },
) {}

export class AssignOwner extends command(
  'AssignOwner',
  { customerId, owner },
  {
    post: 'customers/:customerId/assign-owner',
    summary: { en: "Assign a customer's owner", zh: '指定客户负责人' },
    needs: 'customers.assign',
    about,
  },
) {}

export class RecordNeed extends command(
  'RecordNeed',
  { customerId, ...need.shape },
  {
    post: 'customers/:customerId/needs',
    summary: { en: 'Record a need of a customer', zh: '记录客户需求' },
    needs,
    about,
    creates: 'needId',
  },
) {}

/** The whole preference: what is left out does not hold any more. */
export class SetContactPreference extends command(
  'SetContactPreference',
  { customerId, ...contactPreference.shape },
  {
    post: 'customers/:customerId/contact-preference',
    summary: { en: 'Set how and when a customer wants to be contacted', zh: '设置客户的联系偏好' },
    needs,
    about,
  },
) {}

export class GiveConsent extends command(
  'GiveConsent',
  { customerId, ...consent.shape },
  {
    post: 'customers/:customerId/consents',
    summary: { en: 'Record a consent to contacts of a purpose over a channel', zh: '记录客户同意' },
    needs,
    about,
  },
) {}

export class WithdrawConsent extends command(
  'WithdrawConsent',
  { customerId, channel: consent.shape.channel, purpose: consent.shape.purpose },
  {
    post: 'customers/:customerId/consents/withdraw',
    summary: { en: 'Withdraw a consent, or record an objection to such contacts', zh: '撤回客户同意' },
    needs,
    about,
  },
) {}

export class MarkLost extends command(
  'MarkLost',
  { customerId, reason: lossReason, competitor: competitor.optional() },
  {
    post: 'customers/:customerId/mark-lost',
    summary: { en: 'Record that a customer is lost', zh: '标记客户流失' },
    needs,
    about,
  },
) {}

export class WinBack extends command(
  'WinBack',
  { customerId, reason: lossReason },
  {
    post: 'customers/:customerId/win-back',
    summary: { en: 'Record that a lost customer is back', zh: '记录客户赢回' },
    needs,
    about,
  },
) {}

/** Issued by the clock, when nothing was heard of a customer for long. */
export class NoteSilence extends systemCommand(
  'NoteSilence',
  { customerId, lastActivityAt, silentDays },
  { about: null },
) {}
