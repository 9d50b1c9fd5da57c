import * as contracts from '@annals/contracts-tasks';
import { id, staff } from '@annals/contracts-values';
import { taskLines, taskList, tasksPart } from '@annals/projections-tasks';
import { aggregate, eventTypes, slice } from '@annals/slice';
import { z } from 'zod';
import { assigned, handOverTasks } from './hand-over.policy.js';
import * as commands from './task.commands.js';
import { task } from './task.decider.js';
import { taskProblems } from './task.problems.js';

const about = { taskId: id, customerId: id };
const { kind, dueAt } = contracts;
const assignee = staff.pick({ id: true }); // employees are published without their names
const published = contracts.change.pick({ kind: true, dueAt: true, remindAt: true });

export const tasks = slice({
  name: 'tasks',
  title: { en: 'Tasks', zh: '任务' },
  summary: {
    en: 'What is to be done for a customer, a deal or a complaint: tasks, calls, visits and meetings with due time, reminder, assignee and result.',
    zh: '围绕客户、商机或投诉的待办事项：任务、致电、拜访和会议，含截止时间、提醒、负责人和结果。',
  },
  process: 'sales',
  events: contracts.taskContracts,
  problems: [taskProblems],
  aggregates: () => [aggregate(task, commands)],
  views: () => [taskList],
  policies: () => [handOverTasks],
  responsibilities: [assigned],
  page: () => ({ tasks: { part: tasksPart, needs: 'tasks.read', events: eventTypes(contracts.taskContracts) } }),
  rights: {
    'tasks.read': { about: 'customers', en: 'See tasks', zh: '查看任务' },
    'tasks.write': { about: 'customers', en: 'Plan, assign, change and end tasks', zh: '计划、指派、变更和结束任务' },
  },
  grants: {
    sales: { team: ['tasks.read'], own: ['tasks.write'] },
    service: { region: ['tasks.read', 'tasks.write'] },
    manager: { department: ['tasks.read', 'tasks.write'] },
    auditor: { all: ['tasks.read'] },
    analyst: { all: ['tasks.read'] },
    integration: { all: ['tasks.write'] },
  },
  lines: taskLines,
  published: {
    TaskPlanned: {
      version: 1,
      schema: z.object({
        ...about,
        ...{ kind, dueAt, remindAt: contracts.remindAt.optional(), assignee: assignee.optional() },
        ...contracts.records.shape,
      }),
    },
    TaskAssigned: { version: 1, schema: z.object({ ...about, assignee, previous: assignee.nullable() }) },
    TaskChanged: { version: 1, schema: z.object({ ...about, before: published, after: published }) },
    TaskCompleted: { version: 1, schema: z.object(about) },
    TaskCancelled: { version: 1, schema: z.object(about) },
    TaskReopened: { version: 1, schema: z.object(about) },
  },
});
