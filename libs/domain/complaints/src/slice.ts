import { numberFor, oneOf, setting } from '@annals/configuration';
import * as contracts from '@annals/contracts-complaints';
import { channel, id, instant, label } from '@annals/contracts-values';
import { complaintBoard, complaintLines, complaintReport, complaintsPart } from '@annals/projections-complaints';
import { aggregate, eventTypes, slice } from '@annals/slice';
import { z } from 'zod';
import { handled, handOverComplaints } from './assignees.policy.js';
import { fileComplaintsOfCallers } from './callers.policy.js';
import * as clock from './clock.commands.js';
import * as commands from './complaint.commands.js';
import { complaint } from './complaint.decider.js';
import { complaintProblems } from './complaint.problems.js';
import { policyOf } from './due-time.js';
import * as handling from './handling.commands.js';
import { handlingProblems } from './handling.problems.js';
import { escalateOverdue, noteOverdue } from './overdue.policy.js';
import * as passing from './pass.commands.js';
import { retold } from './complaint.retold.js';

const { severity, tier } = contracts;
const staff = z.object({ id }); // employees are published without their names
const about = { complaintId: id, customerId: id };
const corrected = contracts.correction.omit({ subject: true, text: true });

export const complaints = slice({
  name: 'complaints',
  title: { en: 'Complaints', zh: '投诉' },
  summary: {
    en: 'Complaints with due times for the first response and the resolution by severity and business hours; they are answered, assigned, escalated, corrected, commented, paused, withdrawn, resolved with root cause and remedy, reopened and rated.',
    zh: '投诉按严重程度和营业时间确定首次响应和解决期限；响应、指派、升级、更正、备注、暂停、撤回、解决（含根本原因和补救措施）、重新受理和评价。',
  },
  process: 'service',
  events: contracts.complaintContracts,
  settings: {
    hoursToResolve: setting(
      'HOURS_TO_RESOLVE',
      'low=40,medium=24,high=8,critical=4',
      { en: 'Business hours until a complaint is due, by severity', zh: '按严重程度规定的投诉处理期限（营业小时）' },
      numberFor(contracts.SEVERITIES, 'business-hours'),
    ),
    hoursToRespond: setting(
      'HOURS_TO_RESPOND',
      'low=16,medium=8,high=4,critical=1',
      {
        en: 'Business hours until the first response to a complaint is due, by severity',
        zh: '按严重程度规定的投诉首次响应期限（营业小时）',
      },
      numberFor(contracts.SEVERITIES, 'business-hours'),
    ),
    escalateOverdue: setting(
      'ESCALATE_OVERDUE',
      'on',
      {
        en: 'Whether a complaint that becomes overdue is moved to the next tier',
        zh: '投诉超期时是否自动升级到上一处理层级',
      },
      oneOf(['on', 'off']),
    ),
  },
  problems: [complaintProblems, handlingProblems],
  aggregates: (settings) => [
    aggregate(complaint(policyOf(settings)), { ...commands, ...handling, ...clock, ...passing }, [], retold),
  ],
  views: (company) => [complaintBoard, complaintReport(company)],
  policies: ({ escalateOverdue: escalates }) => [
    noteOverdue,
    handOverComplaints,
    fileComplaintsOfCallers,
    ...(escalates === 'on' ? [escalateOverdue] : []),
  ],
  responsibilities: [handled],
  page: () => ({
    complaints: { part: complaintsPart, needs: 'complaints.read', events: eventTypes(contracts.complaintContracts) },
  }),
  rights: {
    'complaints.read': { about: 'customers', en: 'See complaints', zh: '查看投诉' },
    'complaints.file': { about: 'customers', en: 'File complaints', zh: '登记投诉' },
    'complaints.write': {
      ...{ about: 'customers', en: 'Handle complaints until they are resolved or withdrawn' },
      zh: '处理投诉直至解决或撤回',
    },
  },
  grants: {
    sales: { team: ['complaints.read', 'complaints.file'], own: ['complaints.write'] },
    service: { region: ['complaints.read', 'complaints.file', 'complaints.write'] },
    marketing: { all: ['complaints.file'] },
    manager: { department: ['complaints.read', 'complaints.file', 'complaints.write'] },
    auditor: { all: ['complaints.read'] },
    analyst: { all: ['complaints.read'] },
    integration: { all: ['complaints.file', 'complaints.write'] },
  },
  lines: complaintLines,
  published: {
    ComplaintFiled: {
      version: 1,
      schema: z.object({
        ...about,
        ...contracts.grievance.omit({ subject: true, text: true }).shape,
        dueAt: instant,
      }),
    },
    ComplaintAssigned: { version: 1, schema: z.object({ ...about, assignee: staff, previous: staff.nullable() }) },
    ComplaintEscalated: { version: 2, schema: z.object({ ...about, from: tier, to: tier }) },
    ComplaintResolved: { version: 2, schema: z.object({ ...about, onTime: z.boolean() }) },
    ComplaintReopened: {
      version: 2,
      schema: z.object({ ...about, dueAt: instant, category: label, severity, tier, assignee: staff.nullable() }),
    },
    SatisfactionRated: { version: 1, schema: z.object({ ...about, score: contracts.rating.shape.score }) },
    FirstResponseGiven: {
      version: 1,
      schema: z.object({ ...about, channel, onTime: z.boolean().nullable() }),
    },
    ComplaintPaused: { version: 1, schema: z.object(about) },
    ComplaintResumed: { version: 1, schema: z.object({ ...about, minutes: z.number().min(0), dueAt: instant }) },
    ComplaintCommented: { version: 1, schema: z.object({ ...about, commentId: id }) },
    ComplaintChanged: {
      version: 1,
      schema: z.object({ ...about, before: corrected, after: corrected, dueAt: instant }),
    },
    ComplaintBecameOverdue: {
      version: 1,
      schema: z.object({ ...about, dueAt: instant, tier, assignee: staff.nullable() }),
    },
    ComplaintWithdrawn: { version: 1, schema: z.object(about) },
  },
});
