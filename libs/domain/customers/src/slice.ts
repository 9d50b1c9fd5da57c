import { daysIn } from '@annals/analytics';
import * as contracts from '@annals/contracts-customers';
import {
  coming,
  customerLines,
  customerLinks,
  customerList,
  customerPlaces,
  filePart,
  identifierCollisions,
  merging as joining,
  needs,
  survivorsIn,
  type CustomerLinks,
} from '@annals/projections-customers';
import { aggregate, places, slice } from '@annals/slice';
import * as clock from './clock.commands.js';
import * as merging from './merge.commands.js';
import { completeMerges } from './merge.policy.js';
import { mergeFindings, mergeProblems } from './merge.problems.js';
import { atItsMoment, onItsDay } from './coming.policy.js';
import * as commands from './customer.commands.js';
import { customer } from './customer.decider.js';
import { customerFileProblems } from './customer.problems.js';
import { published } from './published-events.js';
import * as parts from './part.commands.js';
import { partProblems } from './part.problems.js';
import { registerLeads } from './leads.policy.js';
import { handOverCustomers, owned } from './owners.policy.js';
import * as passing from './pass.commands.js';
import * as wishes from './wishes.commands.js';
import * as withdrawal from './withdrawal.commands.js';

export const customers = slice({
  name: 'customers',
  title: { en: 'Customers', zh: '客户' },
  summary: {
    en: 'Persons and organisations with their facts, contact preferences and consents; changes with before and after; owners, needs, lost and won back. Organisation code, tax number and e-mail address are unique.',
    zh: '个人和企业客户档案、联系偏好与同意；资料变更（含变更前后）；负责人、需求、流失与赢回。组织机构代码、税号和邮箱唯一。',
  },
  process: 'sales',
  events: [...contracts.customerContracts, ...contracts.identifierContracts],
  problems: [contracts.customerProblems, customerFileProblems, partProblems, mergeProblems],
  findings: [mergeFindings],
  aggregates: ({ calendar }) => [
    aggregate(customer(daysIn(calendar.timeZone)), {
      ...{ ...commands, ...parts, ...wishes, ...clock, ...passing, ...withdrawal, ...merging },
    }),
  ],
  views: (company) => [customerList(company), customerLinks, customerPlaces, coming, needs, identifierCollisions],
  page: () => ({ file: { part: filePart } }),
  places: places({
    view: customerPlaces,
    streamOf: contracts.customerStream,
    customerOf: contracts.customerOfStream,
    merged: {
      MergeBegun: ({ survivorId }: { readonly survivorId: string }) => survivorId,
      MergeAbandoned: () => null,
      CustomerRestored: () => null,
    },
    refuseTaken: (customerId) => contracts.customerProblems.reject('CustomerAlreadyRegistered', { customerId }),
    refuseUnknown: (customerId) => contracts.customerProblems.rejectReference('CustomerNotRegistered', { customerId }),
  }),
  merging: {
    ...{ ...joining, view: customerLinks },
    linksIn: (document) => (document as CustomerLinks).links,
    survivorsIn: (document) => survivorsIn(document as CustomerLinks),
  },
  policies: ({ calendar }) => [
    onItsDay(daysIn(calendar.timeZone)),
    atItsMoment,
    handOverCustomers,
    completeMerges,
    registerLeads,
  ],
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
    'customers.merge': {
      ...{ about: 'customers', en: 'Merge customers, and undo a merge' },
      zh: '合并客户，以及撤销合并',
    },
    'identifiers.read': {
      ...{ about: 'installation', en: 'See which unique values several records have since an upgrade' },
      zh: '查看升级后被多条记录持有的唯一值',
    },
  },
  grants: {
    sales: { team: ['customers.read', 'personal.read'], own: ['customers.write'] },
    service: { region: ['customers.read', 'personal.read', 'customers.write', 'customers.merge'] },
    marketing: { all: ['customers.read'] },
    manager: {
      department: ['customers.read', 'personal.read', 'customers.write', 'customers.assign', 'customers.merge'],
    },
    auditor: { all: ['customers.read', 'personal.read', 'identifiers.read'] },
    analyst: { all: ['customers.read'] },
    integration: {
      all: ['customers.read', 'personal.read', 'customers.write', 'customers.assign', 'customers.merge'],
    },
  },
  lines: customerLines,
  published,
});
