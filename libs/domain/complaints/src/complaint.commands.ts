import { command } from '@annals/command-bus';
import { assignee, complaintId, grievance, rating, reason, resolution, tier } from '@annals/contracts-complaints';
import { customerId, namesUser } from '@annals/contracts-values';

const needs = 'complaints.write';
const about = 'complaintId';

export class FileComplaint extends command(
  'FileComplaint',
  { complaintId, customerId, ...grievance.shape },
  {
    post: 'complaints',
    summary: { en: 'File a complaint', zh: '登记投诉' },
    description: {
      en: 'The due times of the first response and of the resolution follow from the severity and the business hours. A deal must be one of the customer.',
      zh: '首次响应和解决的期限由严重程度和工作时间决定。商机须属于该客户。',
    },
    needs: 'complaints.file',
    about: 'customerId',
    creates: 'complaintId',
  },
) {}

export class AssignComplaint extends command(
  'AssignComplaint',
  { complaintId, assignee: namesUser(assignee) },
  {
    post: 'complaints/:complaintId/assign',
    summary: { en: 'Assign a complaint', zh: '指派投诉处理人' },
    description: {
      en: 'Replaces the previous assignee. Must be an active user.',
      zh: '替换原处理人；须为在用的用户。',
    },
    needs,
    about,
  },
) {}

export class EscalateComplaint extends command(
  'EscalateComplaint',
  { complaintId, to: tier, reason },
  {
    post: 'complaints/:complaintId/escalate',
    summary: { en: 'Escalate a complaint to a higher tier', zh: '升级投诉' },
    description: { en: 'A complaint never moves down to a lower tier.', zh: '投诉不会降低处理层级。' },
    needs,
    about,
  },
) {}

export class ResolveComplaint extends command(
  'ResolveComplaint',
  { complaintId, ...resolution.shape },
  {
    post: 'complaints/:complaintId/resolve',
    summary: { en: 'Resolve a complaint, with its root cause and the remedy', zh: '解决投诉' },
    description: { en: 'The due time decides whether it was resolved on time.', zh: '是否按时解决由处理期限决定。' },
    needs,
    about,
  },
) {}

export class ReopenComplaint extends command(
  'ReopenComplaint',
  { complaintId, reason },
  {
    post: 'complaints/:complaintId/reopen',
    summary: { en: 'Reopen a resolved complaint', zh: '重新受理投诉' },
    description: { en: 'It gets a new due time.', zh: '将产生新的处理期限。' },
    needs,
    about,
  },
) {}

export class RateSatisfaction extends command(
  'RateSatisfaction',
  { complaintId, ...rating.shape },
  {
    post: 'complaints/:complaintId/rate',
    summary: { en: 'Rate the resolution of a complaint', zh: '评价投诉处理满意度' },
    description: {
      en: '`score` from 1, very dissatisfied, to 5, very satisfied; the last rating counts.',
      zh: '`score` 从 1（非常不满意）到 5（非常满意）；以最后一次评价为准。',
    },
    needs,
    about,
  },
) {}
