import { command, systemCommand } from '@annals/command-bus';
import { consent, contactPreference, need, profile, profileChanges } from '@annals/contracts-customers';
import { day, id, instant, label, staff } from '@annals/contracts-values';
import { z } from 'zod';

export class RegisterCustomer extends command(
  'RegisterCustomer',
  { customerId: id, ...profile.shape },
  {
    post: 'customers',
    summary: { en: 'Register a customer', zh: '登记客户' },
    needs: 'customers.write',
    about: 'customerId',
    creates: 'customerId',
  },
) {}

/** `changes` are new values by path of the profile, such as `phone` and `geographic.country`; `null` removes. */
export class ChangeData extends command(
  'ChangeData',
  { customerId: id, changes: profileChanges, source: label.optional(), effectiveDate: day.optional() },
  {
    post: 'customers/:customerId/change-data',
    summary: { en: 'Change customer data', zh: '变更客户资料' },
    needs: 'customers.write',
    about: 'customerId',
  },
) {}

export class AssignOwner extends command(
  'AssignOwner',
  { customerId: id, owner: staff },
  {
    post: 'customers/:customerId/assign-owner',
    summary: { en: "Assign a customer's owner", zh: '指定客户负责人' },
    needs: 'customers.assign',
    about: 'customerId',
  },
) {}

export class RecordNeed extends command(
  'RecordNeed',
  { customerId: id, ...need.shape },
  {
    post: 'customers/:customerId/needs',
    summary: { en: 'Record a need of a customer', zh: '记录客户需求' },
    needs: 'customers.write',
    about: 'customerId',
    creates: 'needId',
  },
) {}

/** The whole preference: what is left out does not hold any more. */
export class SetContactPreference extends command(
  'SetContactPreference',
  { customerId: id, ...contactPreference.shape },
  {
    post: 'customers/:customerId/contact-preference',
    summary: { en: 'Set how and when a customer wants to be contacted', zh: '设置客户的联系偏好' },
    needs: 'customers.write',
    about: 'customerId',
  },
) {}

export class GiveConsent extends command(
  'GiveConsent',
  { customerId: id, ...consent.shape },
  {
    post: 'customers/:customerId/consents',
    summary: { en: 'Record a consent to contacts of a purpose over a channel', zh: '记录客户同意' },
    needs: 'customers.write',
    about: 'customerId',
  },
) {}

export class WithdrawConsent extends command(
  'WithdrawConsent',
  { customerId: id, channel: consent.shape.channel, purpose: consent.shape.purpose },
  {
    post: 'customers/:customerId/consents/withdraw',
    summary: { en: 'Withdraw a consent, or record an objection to such contacts', zh: '撤回客户同意' },
    needs: 'customers.write',
    about: 'customerId',
  },
) {}

export class MarkLost extends command(
  'MarkLost',
  { customerId: id, reason: label, competitor: label.optional() },
  {
    post: 'customers/:customerId/mark-lost',
    summary: { en: 'Record that a customer is lost', zh: '标记客户流失' },
    needs: 'customers.write',
    about: 'customerId',
  },
) {}

export class WinBack extends command(
  'WinBack',
  { customerId: id, reason: label },
  {
    post: 'customers/:customerId/win-back',
    summary: { en: 'Record that a lost customer is back', zh: '记录客户赢回' },
    needs: 'customers.write',
    about: 'customerId',
  },
) {}

/** Issued by the clock, when nothing was heard of a customer for long. */
export class NoteSilence extends systemCommand(
  'NoteSilence',
  { customerId: id, lastActivityAt: instant, silentDays: z.int().min(1) },
  { about: null },
) {}
