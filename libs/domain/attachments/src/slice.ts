import * as contracts from '@annals/contracts-attachments';
import { id } from '@annals/contracts-values';
import { attachmentLines, attachmentList } from '@annals/projections-attachments';
import { aggregate, slice } from '@annals/slice';
import { z } from 'zod';
import * as commands from './attachment.commands.js';
import { attachment } from './attachment.decider.js';
import { attachmentProblems } from './attachment.problems.js';

const about = { attachmentId: id, customerId: id };
const { kind, records } = contracts;
const { sha256, bytes, mediaType } = contracts.content.shape;

export const attachments = slice({
  name: 'attachments',
  title: { en: 'Attachments', zh: '附件' },
  summary: {
    en: 'Files on a customer, a deal or a complaint: licences, contracts, sample photos. The log has their name, size, type and hash; their content is stored outside of it.',
    zh: '客户、商机或投诉的附件：证照、合同、样品照片。日志保存名称、大小、类型和哈希，内容另行存储。',
  },
  process: 'sales',
  events: contracts.attachmentContracts,
  problems: [attachmentProblems],
  aggregates: () => [aggregate(attachment, commands)],
  views: () => [attachmentList],
  rights: {
    'attachments.read': { about: 'customers', en: 'See and download attached files', zh: '查看和下载附件' },
    'attachments.write': { about: 'customers', en: 'Attach and remove files', zh: '添加和移除附件' },
  },
  grants: {
    sales: { team: ['attachments.read'], own: ['attachments.write'] },
    service: { region: ['attachments.read', 'attachments.write'] },
    manager: { department: ['attachments.read', 'attachments.write'] },
    auditor: { all: ['attachments.read'] },
    integration: { all: ['attachments.write'] },
  },
  lines: attachmentLines,
  published: {
    FileAttached: { version: 1, schema: z.object({ ...about, kind, sha256, bytes, mediaType, ...records.shape }) },
    FileRemoved: { version: 1, schema: z.object(about) },
  },
});
