import { step } from '@annals/contracts-deals';
import { labelsOf } from '@annals/contracts-values';
import { problems, type Words } from '@annals/event-sourcing';
import type { Move } from './deal.state.js';

const STATUSES = {
  open: { en: 'open', zh: '进行中' },
  reopened: { en: 'reopened', zh: '重新打开' },
  won: { en: 'won', zh: '已成交' },
  lost: { en: 'lost', zh: '已丢单' },
};

const MOVES: Readonly<Record<Move | 'change', Words>> = {
  opening: { en: 'opening', zh: '新建' },
  step: { en: 'last step', zh: '上次推进' },
  close: { en: 'close', zh: '关闭' },
  reopening: { en: 'reopening', zh: '重新打开' },
  change: { en: 'last change of these lines', zh: '明细上次变更' },
};

export const dealProblems = problems({
  DealUnknown: {
    kind: 'missing',
    title: { en: 'Deal not found', zh: '商机不存在' },
    detail: {
      en: 'There is no deal {dealId}. Check the id, or open the deal first.',
      zh: '没有商机 {dealId}。请核对编号，或先建立该商机。',
    },
    example: { dealId: 'd-1' },
  },
  DealAlreadyOpened: {
    kind: 'conflict',
    title: { en: 'Deal already opened', zh: '商机已建立' },
    detail: {
      en: 'Deal {dealId} is opened already, with other terms. Change that deal, or send another id.',
      zh: '商机 {dealId} 已建立，且条款不同。请变更该商机，或使用其他编号。',
    },
    example: { dealId: 'd-1' },
  },
  DealAlreadyAdvanced: {
    kind: 'conflict',
    title: { en: 'Deal already at this step', zh: '商机已在该阶段' },
    detail: {
      en: 'The deal is at the step {step} already, and reached it for another reason. Leave the reason out, or choose another step.',
      zh: '该商机已在“{step}”阶段，且推进原因不同。请不发送原因，或选择其他阶段。',
    },
    values: { step: labelsOf(step) },
    example: { step: 'intent' },
  },
  DealAlreadyChanged: {
    kind: 'conflict',
    title: { en: 'Deal already changed', zh: '商机已变更' },
    detail: {
      en: 'Deal {dealId} has these terms already, by a change for another reason. Leave the reason out, or change the terms first.',
      zh: '商机 {dealId} 已是这些条款，但变更原因不同。请不发送原因，或先变更条款。',
    },
    example: { dealId: 'd-1' },
  },
  SampleAlreadyRecorded: {
    kind: 'conflict',
    title: { en: 'Sample already recorded', zh: '样品已记录' },
    detail: {
      en: 'Sample {sampleId} is recorded already, with other content. Send another id for another sample.',
      zh: '样品 {sampleId} 已记录，且内容不同。其他样品请使用其他编号。',
    },
    example: { sampleId: 's-1' },
  },
  DealNotOpen: {
    kind: 'conflict',
    title: { en: 'Deal not open', zh: '商机不在进行中' },
    detail: {
      en: 'The deal is {status}, and only an open deal can be changed. Reopen it first.',
      zh: '该商机状态为“{status}”，只有进行中的商机可以这样变更。请先重新打开。',
    },
    values: { status: STATUSES },
    example: { status: 'won' },
  },
  DealLost: {
    kind: 'conflict',
    title: { en: 'Deal lost', zh: '商机已丢单' },
    detail: {
      en: 'The deal is lost and cannot advance. Reopen it first.',
      zh: '该商机已丢单，不再推进。请先重新打开。',
    },
  },
  DealNotClosed: {
    kind: 'conflict',
    title: { en: 'Deal not closed', zh: '商机未关闭' },
    detail: {
      en: 'The deal is {status}, and only a closed deal can be reopened. Close it first.',
      zh: '该商机状态为“{status}”，无需重新打开。请先关闭商机。',
    },
    values: { status: STATUSES },
    example: { status: 'open' },
  },
  DealAlreadyClosed: {
    kind: 'conflict',
    title: { en: 'Deal already closed', zh: '商机已关闭' },
    detail: {
      en: 'The deal is {outcome} already. Reopen it before it is closed with another outcome, value, reason or competitor.',
      zh: '该商机状态为“{outcome}”。如需以其他结果、金额、原因或竞争对手关闭，请先重新打开。',
    },
    values: { outcome: STATUSES },
    example: { outcome: 'won' },
  },
  BackwardNeedsReason: {
    kind: 'conflict',
    title: { en: 'Moving back needs a reason', zh: '回退步骤须说明原因' },
    detail: {
      en: 'Moving back from “{from}” to “{to}” requires a `reason`. Send one.',
      zh: '从“{from}”到“{to}”是回退，须说明原因。请发送 `reason`。',
    },
    values: { from: labelsOf(step), to: labelsOf(step) },
    example: { from: 'negotiation', to: 'intent' },
  },
  LossNeedsReason: {
    kind: 'conflict',
    title: { en: 'Loss needs a reason', zh: '丢单须说明原因' },
    detail: {
      en: 'Closing a deal as lost requires a `reason`. Send one.',
      zh: '以丢单关闭商机时须说明原因。请发送 `reason`。',
    },
  },
  DealSettled: {
    kind: 'conflict',
    title: { en: 'Settled by a later close or reopening', zh: '已由其后的关闭或重新打开确定' },
    detail: {
      en: 'The deal was {status} at {since}, with the terms and the step that were known of that time, and this would change them afterwards. Reopen the deal if it is closed, change it and close it again.',
      zh: '该商机于 {since} {status}，当时的条款和阶段已随之确定，本操作会事后改变它们。如商机已关闭，请重新打开，变更后再关闭。',
    },
    values: { status: STATUSES },
    example: { status: 'won', since: '2026-01-20T09:00:00.000Z' },
  },
  DealOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before what it follows', zh: '发生时间早于其前提' },
    detail: {
      en: 'The {follows} of the deal was at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '该商机的{follows}时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    values: { follows: MOVES },
    example: { follows: 'opening', since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
});
