import { profile } from '@annals/contracts-customers';
import { labelsOf } from '@annals/contracts-values';
import { problems } from '@annals/event-sourcing';

export const customerFileProblems = problems({
  CustomerKindNeverChanges: {
    kind: 'conflict',
    title: { en: 'Kind of customer never changes', zh: '客户类型不可变更' },
    detail: {
      en: 'The customer is of the kind “{kind}” and stays so. Leave `kind` out, or register another customer.',
      zh: '该客户类型为“{kind}”，不可变更。请去掉 `kind`，或另行登记客户。',
    },
    values: { kind: labelsOf(profile.shape.kind) },
    example: { kind: 'person' },
  },
  BornInFuture: {
    kind: 'conflict',
    title: { en: 'Date in the future', zh: '日期晚于今天' },
    detail: {
      en: '`{field}` is later than {day}, the day on which it is said. Send the day of birth or the year of foundation as it was.',
      zh: '`{field}` 晚于登记日 {day}。请发送实际的出生日期或成立年份。',
    },
    example: { field: 'demographic.birthDate', day: '2026-01-31' },
  },
  CodeInvalid: {
    kind: 'invalid',
    title: { en: 'Code not valid', zh: '编码无效' },
    detail: {
      en: '`{field}` is not valid in its scheme: a character is wrong, missing or too many. Correct it, or name the scheme of the code before it, as in `duns:150483782`; the scheme `other` takes any code.',
      zh: '`{field}` 不符合其编码规则：有字符错误、缺少或多余。请更正，或在编码前注明类型，例如 `duns:150483782`；类型 `other` 接受任何编码。',
    },
    example: { field: 'organisationCode' },
  },
  DataAlreadyChanged: {
    kind: 'conflict',
    title: { en: 'Data already changed', zh: '资料已变更' },
    detail: {
      en: 'Customer {customerId} has these data already, by a change with another reason, source or effective date. Leave these out, or change the data first.',
      zh: '客户 {customerId} 的资料已是这些内容，但变更时的原因、来源或生效日期不同。请不发送这些说明，或先变更资料。',
    },
    example: { customerId: 'c-1' },
  },
  TooManyChangesToCome: {
    kind: 'conflict',
    title: { en: 'Too many pending changes', zh: '待生效变更过多' },
    detail: {
      en: 'The customer has {most} pending changes, which is the maximum. Wait until one takes effect, or change the data at once.',
      zh: '该客户尚有 {most} 项变更未生效，已达上限。请等待其中一项生效，或改为立即变更。',
    },
    example: { most: 50 },
  },
  NeedAlreadyRecorded: {
    kind: 'conflict',
    title: { en: 'Need already recorded', zh: '需求已记录' },
    detail: {
      en: 'Need {needId} is recorded already, with other content. Send another `needId` for another need.',
      zh: '需求 {needId} 已记录，且内容不同。其他需求请使用其他 `needId`。',
    },
    example: { needId: 'n-1' },
  },
  NeedUnknown: {
    kind: 'missing',
    title: { en: 'Need not known', zh: '未知需求' },
    detail: {
      en: 'The customer has no need {needId}. Check the id.',
      zh: '该客户没有需求 {needId}。请核对编号。',
    },
    example: { needId: 'n-1' },
  },
  NeedAlreadyClosed: {
    kind: 'conflict',
    title: { en: 'Need already closed', zh: '需求已关闭' },
    detail: {
      en: 'Need {needId} is closed already, with another outcome or reason. Record a new need if there is one again.',
      zh: '需求 {needId} 已关闭，且结果或原因不同。如再次出现需求，请另行记录。',
    },
    example: { needId: 'n-1' },
  },
  NeedOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Closed before it was recorded', zh: '关闭时间早于记录时间' },
    detail: {
      en: 'There is the need since {since}. It cannot have been closed at {occurredAt}: send a later `occurredAt`.',
      zh: '该需求自 {since} 起存在，不可能于 {occurredAt} 关闭。请发送更晚的 `occurredAt`。',
    },
    example: { since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
  CustomerAlreadyLost: {
    kind: 'conflict',
    title: { en: 'Customer already lost', zh: '客户已流失' },
    detail: {
      en: 'Customer {customerId} is recorded as lost already, for another reason or to another competitor. Win the customer back before another loss is recorded.',
      zh: '客户 {customerId} 已记录为流失，且原因或竞争对手不同。如需重新记录流失，请先赢回该客户。',
    },
    example: { customerId: 'c-1' },
  },
  SilenceAlreadyNoted: {
    kind: 'conflict',
    title: { en: 'Silence already noted', zh: '静默已记录' },
    detail: {
      en: 'The silence of customer {customerId} since {lastActivityAt} is noted already, with another number of days. Send the same number.',
      zh: '客户 {customerId} 自 {lastActivityAt} 起的静默已记录，且天数不同。请发送相同的天数。',
    },
    example: { customerId: 'c-1', lastActivityAt: '2026-01-01T00:00:00.000Z' },
  },
  CustomerNotLost: {
    kind: 'conflict',
    title: { en: 'Customer not lost', zh: '客户未流失' },
    detail: {
      en: 'Customer {customerId} is not recorded as lost. Record the loss first.',
      zh: '客户 {customerId} 未记录为流失，无需赢回。请先将该客户标记为流失。',
    },
    example: { customerId: 'c-1' },
  },
});
