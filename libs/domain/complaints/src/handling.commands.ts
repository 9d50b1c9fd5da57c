import { command } from '@annals/command-bus';
import { comment, complaintId, correction, reason, response } from '@annals/contracts-complaints';

const needs = 'complaints.write';
const about = 'complaintId';

export class RespondToComplaint extends command(
  'RespondToComplaint',
  { complaintId, ...response.shape },
  {
    post: 'complaints/:complaintId/respond',
    summary: { en: 'Record the first response to a complaint', zh: '记录对投诉的首次响应' },
    description: {
      en: 'A complaint has one first response, with a due time that follows from the severity at filing.',
      zh: '每件投诉只有一次首次响应，其期限由登记时的严重程度决定。',
    },
    needs,
    about,
  },
) {}

export class PauseComplaint extends command(
  'PauseComplaint',
  { complaintId, reason },
  {
    post: 'complaints/:complaintId/pause',
    summary: { en: 'Pause a complaint while the company waits for the customer', zh: '等待客户期间暂停投诉' },
    description: { en: 'The time to resolve it stands still until it is resumed.', zh: '恢复之前，处理期限停止计时。' },
    needs,
    about,
  },
) {}

export class ResumeComplaint extends command(
  'ResumeComplaint',
  { complaintId },
  {
    post: 'complaints/:complaintId/resume',
    summary: { en: 'Resume a paused complaint', zh: '恢复已暂停的投诉' },
    description: {
      en: 'The due time moves by the business hours of the pause.',
      zh: '处理期限按暂停期间的营业时间顺延。',
    },
    needs,
    about,
  },
) {}

export class CommentOnComplaint extends command(
  'CommentOnComplaint',
  { complaintId, ...comment.shape },
  {
    post: 'complaints/:complaintId/comments',
    summary: { en: 'Add a comment to a complaint', zh: '为投诉添加备注' },
    description: { en: 'Comments can be added in every status.', zh: '任何状态下都可以添加备注。' },
    needs,
    about,
    creates: 'commentId',
  },
) {}

export class ChangeComplaint extends command(
  'ChangeComplaint',
  { complaintId, ...correction.shape },
  {
    post: 'complaints/:complaintId/change',
    summary: { en: 'Correct the content of an open complaint', zh: '更正处理中的投诉' },
    description: {
      en: 'Only the given fields change; `null` removes the product or the deal. The due time follows from the new severity; a due time that has passed stays a breach.',
      zh: '只变更给出的字段；`null` 删除产品或商机。处理期限随新的严重程度变化；已超过的期限仍计为超期。',
    },
    needs,
    about,
  },
) {}

export class WithdrawComplaint extends command(
  'WithdrawComplaint',
  { complaintId, reason },
  {
    post: 'complaints/:complaintId/withdraw',
    summary: { en: 'Record that the customer withdrew a complaint', zh: '记录客户撤回投诉' },
    description: {
      en: 'A withdrawn complaint stays recorded and cannot be reopened.',
      zh: '撤回的投诉仍保留，不可重新受理。',
    },
    needs,
    about,
  },
) {}
