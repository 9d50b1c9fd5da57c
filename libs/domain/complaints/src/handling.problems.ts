import { severity } from '@annals/contracts-complaints';
import { labelsOf } from '@annals/contracts-values';
import { problems } from '@annals/event-sourcing';

export const handlingProblems = problems({
  ComplaintAlreadyAnswered: {
    kind: 'conflict',
    title: { en: 'First response already recorded', zh: '首次响应已记录' },
    detail: {
      en: 'The first response to complaint {complaintId} is recorded already, with other content. Add a comment instead.',
      zh: '投诉 {complaintId} 的首次响应已记录，且内容不同。请改为添加备注。',
    },
    example: { complaintId: 'co-1' },
  },
  ComplaintAlreadyPaused: {
    kind: 'conflict',
    title: { en: 'Complaint already paused', zh: '投诉已暂停' },
    detail: {
      en: 'Complaint {complaintId} is paused already, for another reason. Resume it first.',
      zh: '投诉 {complaintId} 已暂停，且原因不同。请先恢复。',
    },
    example: { complaintId: 'co-1' },
  },
  ComplaintNotPaused: {
    kind: 'conflict',
    title: { en: 'Complaint not paused', zh: '投诉未暂停' },
    detail: {
      en: 'Complaint {complaintId} is not paused. Pause it first.',
      zh: '投诉 {complaintId} 未暂停。请先暂停。',
    },
    example: { complaintId: 'co-1' },
  },
  CommentAlreadyAdded: {
    kind: 'conflict',
    title: { en: 'Comment already added', zh: '备注已添加' },
    detail: {
      en: 'Comment {commentId} is added already, with another text. Send another id for another comment.',
      zh: '备注 {commentId} 已添加，且内容不同。其他备注请使用其他编号。',
    },
    example: { commentId: 'cm-1' },
  },
  ComplaintAlreadyChanged: {
    kind: 'conflict',
    title: { en: 'Complaint already changed', zh: '投诉已更正' },
    detail: {
      en: 'Complaint {complaintId} says this already, by a change for another reason. Leave the reason out.',
      zh: '投诉 {complaintId} 已是该内容，但更正原因不同。请不发送原因。',
    },
    example: { complaintId: 'co-1' },
  },
  SeveritySettled: {
    kind: 'conflict',
    title: { en: 'Severity settled by the end of the complaint', zh: '投诉结束时严重程度已定' },
    detail: {
      en: 'The complaint ended at {since}, and the severity until then decided whether it was on time. It cannot have become {severity} before. Reopen the complaint to correct the severity.',
      zh: '该投诉已于 {since} 结束，此前的严重程度决定了是否按时，不能再更正为“{severity}”。如需更正，请先重新受理。',
    },
    values: { severity: labelsOf(severity) },
    example: { severity: 'low', since: '2026-01-05T15:00:00.000Z' },
  },
  ComplaintAlreadyWithdrawn: {
    kind: 'conflict',
    title: { en: 'Complaint already withdrawn', zh: '投诉已撤回' },
    detail: {
      en: 'Complaint {complaintId} is withdrawn already, for another reason. Nothing has to be done.',
      zh: '投诉 {complaintId} 已撤回，且原因不同，无需再次撤回。',
    },
    example: { complaintId: 'co-1' },
  },
});
