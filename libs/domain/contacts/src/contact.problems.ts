import { channel, labelsOf, purpose } from '@annals/contracts-values';
import { problems } from '@annals/event-sourcing';

const values = { channel: labelsOf(channel), purpose: labelsOf(purpose) };

export const contactProblems = problems({
  ContactAlreadyMade: {
    kind: 'conflict',
    title: { en: 'Contact already recorded', zh: '接触已记录' },
    detail: {
      en: 'Contact {contactId} is recorded already, with other content. Send another id for another contact.',
      zh: '接触 {contactId} 已记录，且内容不同。其他接触请使用其他编号。',
    },
    example: { contactId: 'k-1' },
  },
  AllowanceAlreadyGiven: {
    kind: 'conflict',
    title: { en: 'Exception already allowed', zh: '例外已批准' },
    detail: {
      en: 'Exception {allowanceId} is allowed already, with other content. Send another id for another exception.',
      zh: '例外 {allowanceId} 已批准，且内容不同。其他例外请使用其他编号。',
    },
    example: { allowanceId: 'ex-1' },
  },
  AllowancePeriodInvalid: {
    kind: 'conflict',
    title: { en: 'Period of the exception not valid', zh: '例外期限无效' },
    detail: {
      en: 'An exception holds for up to {days} days from now, and {until} is outside of this period. Send a time within it.',
      zh: '例外自现在起最长 {days} 天，{until} 不在此期间。请给出期间内的时刻。',
    },
    example: { days: 31, until: '2026-03-01T00:00:00.000Z' },
  },
  DoNotContact: {
    kind: 'conflict',
    title: { en: 'Do not contact', zh: '请勿联系' },
    detail: {
      en: 'The customer does not want to be contacted. Wait until the customer contacts you. A contact that was made all the same is recorded with `made`.',
      zh: '该客户要求不被联系。请等待客户主动联系。已经发生的接触，请以 `made` 记录。',
    },
  },
  ConsentWithdrawn: {
    kind: 'conflict',
    title: { en: 'Consent withdrawn', zh: '同意已撤回' },
    detail: {
      en: 'The customer has objected to contacts over “{channel}” for the purpose “{purpose}”. Choose another channel, or ask for a new consent. A contact that was made all the same is recorded with `made`.',
      zh: '客户已拒绝以“{channel}”方式进行“{purpose}”联系。请改用其他渠道，或重新取得同意。已经发生的接触，请以 `made` 记录。',
    },
    values,
    example: { channel: 'phone', purpose: 'marketing' },
  },
  ConsentMissing: {
    kind: 'conflict',
    title: { en: 'Consent missing', zh: '缺少同意' },
    detail: {
      en: 'Contacts over “{channel}” for the purpose “{purpose}” require a consent of the customer, and there is none. Record the consent first. A contact that was made all the same is recorded with `made`.',
      zh: '以“{channel}”方式进行“{purpose}”联系须经客户同意，目前没有同意记录。请先记录客户的同意。已经发生的接触，请以 `made` 记录。',
    },
    values,
    example: { channel: 'email', purpose: 'marketing' },
  },
  ConsentOfPersonMissing: {
    kind: 'conflict',
    title: { en: 'Consent of the contact person missing', zh: '缺少联系人同意' },
    detail: {
      en: 'Contacts over “{channel}” for the purpose “{purpose}” require a consent of the contact person, and there is none. That of the customer does not cover its contact persons: record one with `personId`.',
      zh: '以“{channel}”方式进行“{purpose}”联系须经联系人本人同意，目前没有同意记录。客户的同意不包括其联系人：请以 `personId` 记录联系人的同意。',
    },
    values,
    example: { channel: 'email', purpose: 'marketing' },
  },
  ConsentExpired: {
    kind: 'conflict',
    title: { en: 'Consent expired', zh: '同意已过期' },
    detail: {
      en: 'The consent to contacts over “{channel}” for the purpose “{purpose}” expired at {expiresAt}. Ask the customer for a new one. A contact that was made all the same is recorded with `made`.',
      zh: '客户对以“{channel}”方式进行“{purpose}”联系的同意已于 {expiresAt} 过期。请重新取得客户同意。已经发生的接触，请以 `made` 记录。',
    },
    values,
    example: { channel: 'sms', purpose: 'survey', expiresAt: '2026-01-01T00:00:00.000Z' },
  },
  QuietHours: {
    kind: 'conflict',
    title: { en: 'Quiet hours', zh: '免打扰时段' },
    detail: {
      en: 'It is {clock} in {timeZone}, and the customer does not want to be contacted from {from} to {to}. Try again after {to}. A contact that was made all the same is recorded with `made`.',
      zh: '{timeZone} 当前时间为 {clock}，客户要求 {from} 至 {to} 不被打扰。请在 {to} 之后再联系。已经发生的接触，请以 `made` 记录。',
    },
    example: { from: '21:00', to: '08:00', timeZone: 'Asia/Shanghai', clock: '22:30' },
  },
  FrequencyCapReached: {
    kind: 'conflict',
    title: { en: 'Frequency cap reached', zh: '已达联系频次上限' },
    detail: {
      en: 'The customer wants at most {contacts} contacts in {days} days, and {made} were made. Wait until an earlier one is older than that. A contact that was made all the same is recorded with `made`.',
      zh: '客户要求 {days} 天内最多联系 {contacts} 次，已联系 {made} 次。请等较早的联系超出该期间后再联系。已经发生的接触，请以 `made` 记录。',
    },
    example: { contacts: 1, days: 7, made: 1 },
  },
});
