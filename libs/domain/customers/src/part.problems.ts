import { problems } from '@annals/event-sourcing';

/** Problems of one address or contact person of a customer. */
export const partProblems = problems({
  PartUnknown: {
    kind: 'missing',
    title: { en: 'Address or contact person not found', zh: '地址或联系人不存在' },
    detail: {
      en: 'The customer has no {part} under `{field}`. Check the id, or add it first.',
      zh: '该客户的 `{field}` 中没有 {part}。请核对编号，或先添加。',
    },
    example: { field: 'contactPersons', part: 'c-1:p1' },
  },
  PartAlreadyAdded: {
    kind: 'conflict',
    title: { en: 'Address or contact person already added', zh: '地址或联系人已添加' },
    detail: {
      en: '{part} is or was under `{field}` already, with other content. Change it, or send another id.',
      zh: '{part} 已在或曾在 `{field}` 中，且内容不同。请变更该项，或使用其他编号。',
    },
    example: { field: 'contactPersons', part: 'c-1:p1' },
  },
  PartAlreadyChanged: {
    kind: 'conflict',
    title: { en: 'Address or contact person already changed', zh: '地址或联系人已变更' },
    detail: {
      en: '{part} has this content already, by a change for another reason. Leave the reason out.',
      zh: '{part} 已是该内容，但变更原因不同。请不发送原因。',
    },
    example: { part: 'c-1:p1' },
  },
  TooManyParts: {
    kind: 'conflict',
    title: { en: 'Too many addresses or contact persons', zh: '地址或联系人过多' },
    detail: {
      en: 'The customer has {most} under `{field}`, which is the maximum. Remove one first.',
      zh: '该客户的 `{field}` 已有 {most} 项，达到上限。请先删除一项。',
    },
    example: { field: 'contactPersons', most: 200 },
  },
  PartsChangedLater: {
    kind: 'conflict',
    title: { en: 'Changed later', zh: '之后已有变更' },
    detail: {
      en: '`{field}` has changed since the time that the command gives as `occurredAt`. Leave `occurredAt` out.',
      zh: '`{field}` 在该命令的 `occurredAt` 之后已有变更。请不发送 `occurredAt`。',
    },
    example: { field: 'contactPersons' },
  },
  PartsChangeLater: {
    kind: 'conflict',
    title: { en: 'Replaced by a pending change', zh: '将被待生效变更替换' },
    detail: {
      en: 'All of `{field}` is replaced on {day} by a pending change. Wait until then, or send the whole list again with that `effectiveDate`.',
      zh: '`{field}` 将于 {day} 由待生效变更整体替换。请等待其生效，或以该 `effectiveDate` 重新发送完整列表。',
    },
    example: { field: 'contactPersons', day: '2026-02-01' },
  },
});
