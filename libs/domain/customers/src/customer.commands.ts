import { command } from '@annals/command-bus';
import { changeSource, competitor, effectiveDate, givenProfile } from '@annals/contracts-customers';
import { lossReason, owner, profileChanges } from '@annals/contracts-customers';
import { customerId, field, namesUser } from '@annals/contracts-values';
import { z } from 'zod';

const needs = 'customers.write';
const about = 'customerId';

const ifNoDuplicates = field(
  z.boolean(),
  { en: 'Only without duplicates', zh: '仅在无重复时' },
  {
    example: true,
    description: {
      en: 'With `true` nothing is registered if a customer that the caller may see is probably the same: `ProbableDuplicate` names it.',
      zh: '为 `true` 时，若调用方可见的客户中有疑似重复，则不登记，`ProbableDuplicate` 列出该客户。',
    },
  },
).optional();

export class RegisterCustomer extends command(
  'RegisterCustomer',
  { customerId, ...givenProfile.shape, ifNoDuplicates },
  {
    post: 'customers',
    summary: { en: 'Register a customer', zh: '登记客户' },
    description: {
      en: 'Organisation code, tax number and e-mail are unique. The user who registers a customer is its owner until another one is assigned. The receipt names customers that are probably the same, as far as the caller may see them.',
      zh: '组织代码、税号和邮箱不得重复。登记人在另行指定前为负责人。回执列出调用方可见的疑似重复客户。',
    },
    needs,
    about,
    creates: 'customerId',
    namesDuplicatesOf: 'customerId',
  },
) {}

export class ChangeData extends command(
  'ChangeData',
  { customerId, changes: profileChanges, source: changeSource.optional(), effectiveDate: effectiveDate.optional() },
  {
    post: 'customers/:customerId/change-data',
    summary: { en: 'Change customer data', zh: '变更客户资料' },
    description: {
      en: '`changes` are new values by path of the profile, such as `phone` and `geographic.country`; `null` removes a value. With an `effectiveDate` in the future, the change takes effect on that day and is shown as pending until then.',
      zh: '`changes` 为按资料路径给出的新值，例如 `phone`、`geographic.country`；`null` 表示删除。若 `effectiveDate` 晚于今天，变更将在该日自动生效，此前显示为待生效。',
    },
    needs,
    about,
  },
) {}

export class AssignOwner extends command(
  'AssignOwner',
  { customerId, owner: namesUser(owner) },
  {
    post: 'customers/:customerId/assign-owner',
    summary: { en: "Assign a customer's owner", zh: '指定客户负责人' },
    description: {
      en: 'The owner can see the customer and is its contact in the company. Must be an active user. Open deals of the previous owner go along.',
      zh: '负责人可查看该客户，并作为公司内的联系人；须为在用的用户。原负责人进行中的商机随之转移。',
    },
    needs: 'customers.assign',
    about,
  },
) {}

export class MarkLost extends command(
  'MarkLost',
  { customerId, reason: lossReason, competitor: competitor.optional() },
  {
    post: 'customers/:customerId/mark-lost',
    summary: { en: 'Record the loss of a customer', zh: '标记客户流失' },
    description: {
      en: 'A lost customer keeps all records and can be won back.',
      zh: '流失客户的记录全部保留，可以赢回。',
    },
    needs,
    about,
  },
) {}

export class WinBack extends command(
  'WinBack',
  { customerId, reason: lossReason },
  {
    post: 'customers/:customerId/win-back',
    summary: { en: 'Record that a lost customer was won back', zh: '记录客户赢回' },
    description: { en: 'Only a lost customer can be won back.', zh: '只有流失客户可以赢回。' },
    needs,
    about,
  },
) {}
