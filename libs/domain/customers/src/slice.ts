import { daysIn } from '@annals/analytics';
import * as contracts from '@annals/contracts-customers';
import { day, id, instant } from '@annals/contracts-values';
import {
  coming,
  customerLines,
  customerList,
  customerPlaces,
  filePart,
  identifierCollisions,
  needs,
} from '@annals/projections-customers';
import { aggregate, UNPUBLISHED, places, slice } from '@annals/slice';
import { z } from 'zod';
import * as clock from './clock.commands.js';
import { atItsMoment, onItsDay } from './coming.policy.js';
import * as commands from './customer.commands.js';
import { customer } from './customer.decider.js';
import { customerFileProblems } from './customer.problems.js';
import { customerProfile, publicChanges } from './published-profile.js';
import * as parts from './part.commands.js';
import { partProblems } from './part.problems.js';
import { handOverCustomers, owned } from './owners.policy.js';
import * as passing from './pass.commands.js';
import * as wishes from './wishes.commands.js';
import * as withdrawal from './withdrawal.commands.js';

const staff = z.object({ id }); // employees are published without their names
const number = z.int().min(1);
const about = { customerId: id };

export const customers = slice({
  name: 'customers',
  title: { en: 'Customers', zh: '客户' },
  summary: {
    en: 'Persons and organisations with their facts, contact preferences and consents; changes with before and after; owners, needs, lost and won back. Organisation code, tax number and e-mail address are unique.',
    zh: '个人和企业客户档案、联系偏好与同意；资料变更（含变更前后）；负责人、需求、流失与赢回。组织机构代码、税号和邮箱唯一。',
  },
  process: 'sales',
  events: [...contracts.customerContracts, ...contracts.identifierContracts],
  problems: [contracts.customerProblems, customerFileProblems, partProblems],
  aggregates: ({ calendar }) => [
    aggregate(customer(daysIn(calendar.timeZone)), {
      ...{ ...commands, ...parts, ...wishes, ...clock, ...passing, ...withdrawal },
    }),
  ],
  views: (company) => [customerList(company), customerPlaces, coming, needs, identifierCollisions],
  page: () => ({ file: { part: filePart } }),
  places: places({
    view: customerPlaces,
    streamOf: contracts.customerStream,
    customerOf: contracts.customerOfStream,
    refuseTaken: (customerId) => contracts.customerProblems.reject('CustomerAlreadyRegistered', { customerId }),
    refuseUnknown: (customerId) => contracts.customerProblems.rejectReference('CustomerNotRegistered', { customerId }),
  }),
  policies: ({ calendar }) => [onItsDay(daysIn(calendar.timeZone)), atItsMoment, handOverCustomers],
  responsibilities: [owned],
  rights: {
    'customers.read': {
      ...{ about: 'customers', en: 'See customers: lists, the 360° page, the lifecycle, counts' },
      zh: '查看客户：列表、360° 视图、生命周期和统计',
    },
    'personal.read': {
      ...{ about: 'customers', en: 'See personal fields and search by them; without this right they are masked' },
      zh: '查看并搜索个人信息；无此权限时显示为掩码',
    },
    'customers.write': {
      about: 'customers',
      en: 'Register customers and change their data',
      zh: '登记客户和变更客户资料',
    },
    'customers.assign': { about: 'customers', en: 'Assign customers to another owner', zh: '转移客户负责人' },
    'identifiers.read': {
      ...{ about: 'installation', en: 'See which unique values several records have since an upgrade' },
      zh: '查看升级后被多条记录持有的唯一值',
    },
  },
  grants: {
    sales: { team: ['customers.read', 'personal.read'], own: ['customers.write'] },
    service: { region: ['customers.read', 'personal.read', 'customers.write'] },
    marketing: { all: ['customers.read'] },
    manager: { department: ['customers.read', 'personal.read', 'customers.write', 'customers.assign'] },
    auditor: { all: ['customers.read', 'personal.read', 'identifiers.read'] },
    analyst: { all: ['customers.read'] },
    integration: { all: ['customers.read', 'personal.read', 'customers.write', 'customers.assign'] },
  },
  lines: customerLines,
  published: {
    CustomerRegistered: { version: 1, schema: z.object({ ...about, profile: customerProfile }) },
    CustomerDataChanged: {
      version: 2,
      schema: z.object({
        ...{ ...about, changes: publicChanges.schema.min(1), effectiveDate: day },
        number: number.optional(),
      }),
      from: publicChanges.from,
    },
    DataChangeTookEffect: {
      version: 1,
      schema: z.object({ ...about, number, effectiveDate: day, changes: publicChanges.schema }),
      from: publicChanges.from,
    },
    OwnerAssigned: { version: 1, schema: z.object({ ...about, owner: staff, previous: staff.nullable() }) },
    NeedRecorded: {
      version: 1,
      schema: z.object({ ...about, ...contracts.need.omit({ description: true }).shape }),
    },
    NeedClosed: {
      version: 1,
      schema: z.object({ ...about, needId: id, outcome: contracts.needClosing.shape.outcome }),
    },
    NeedEnded: { version: 1, schema: z.object({ ...about, needId: id, until: day }) },
    ContactPreferenceSet: { version: 1, schema: z.object({ ...about, preference: contracts.contactPreference }) },
    ConsentGiven: {
      version: 2,
      schema: z.object({ ...about, ...contracts.consent.omit({ evidence: true }).shape }),
    },
    ConsentWithdrawn: { version: 2, schema: z.object({ ...about, ...contracts.consentKind.shape }) },
    ConsentExpired: {
      version: 2,
      schema: z.object({ ...about, ...contracts.consentKind.shape, expiresAt: instant }),
    },
    CustomerLost: { version: 2, schema: z.object(about) },
    CustomerWonBack: { version: 2, schema: z.object(about) },
    CustomerFellSilent: UNPUBLISHED,
    CustomerWithdrawn: { version: 1, schema: z.object(about) },
    IdentifierReserved: UNPUBLISHED,
    IdentifierReleased: UNPUBLISHED,
    IdentifierShared: UNPUBLISHED,
  },
});
