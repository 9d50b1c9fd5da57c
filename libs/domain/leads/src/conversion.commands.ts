import { command, systemCommand } from '@annals/command-bus';
import { customerKind, leadDeal, leadId } from '@annals/contracts-leads';
import { customerId, expected, field, givenMoney, givenPartId } from '@annals/contracts-values';
import { z } from 'zod';

const needs = 'leads.write';

const value = givenMoney.meta(leadDeal.shape.value.meta() ?? {});

/** The deal that is opened in the same step. */
const deal = field(
  leadDeal
    .extend({ value })
    .refine((given) => !given.value.amount.startsWith('-'), expected('a value not below zero', '不小于零的金额')),
  { en: 'Deal of a lead', zh: '线索的商机' },
  { example: { title: 'Tea for the office', value: { amount: '5000.00', currency: 'CNY' } } },
).optional();

export class ConvertLead extends command(
  'ConvertLead',
  { leadId, kind: customerKind.optional(), deal },
  {
    post: 'leads/:leadId/convert',
    summary: { en: 'Convert a lead to a new customer', zh: '将线索转化为新客户' },
    description: {
      en: 'Registers the customer `lead:<leadId>` with a contact person, need and consents, and opens the deal, if one is given. By default a lead with a company becomes an organisation. `GET /v1/leads/{leadId}/duplicates` lists customers that it probably is already. The request can be repeated.',
      zh: '登记客户 `lead:<leadId>` 及其联系人、需求和同意；给出商机时一并新建。默认有公司的线索转化为组织。`GET /v1/leads/{leadId}/duplicates` 列出可能已存在的客户。请求可以安全重发。',
    },
    needs,
    about: null,
  },
) {}

export class ConvertLeadForCustomer extends command(
  'ConvertLeadForCustomer',
  {
    leadId,
    customerId,
    personId: field(
      givenPartId,
      { en: 'Contact person', zh: '联系人编号' },
      {
        example: 'p1',
        description: { en: 'The contact person of the customer that the lead is.', zh: '线索对应的客户联系人。' },
      },
    ).optional(),
    addPerson: field(
      z.boolean(),
      { en: 'Add contact person', zh: '添加联系人' },
      {
        example: true,
        description: {
          en: 'Whether the lead becomes a contact person of the customer; by default if it has a name and a company.',
          zh: '是否将线索添加为客户的联系人；默认在有姓名和公司时添加。',
        },
      },
    ).optional(),
    deal,
  },
  {
    post: 'leads/:leadId/convert-for-customer',
    summary: { en: 'Convert a lead for a customer who is registered already', zh: '将线索转化给已登记的客户' },
    description: {
      en: 'Adds the lead as a contact person, records its need and consents, and opens the deal, if one is given. The data of the customer stay as they are. The request can be repeated.',
      zh: '将线索添加为联系人，记录其需求和同意；给出商机时一并新建。客户原有资料不变。请求可以安全重发。',
    },
    needs,
    about: 'customerId',
  },
) {}

/** Sent when the customer of a converted lead is registered. */
export class DueLeadDeal extends systemCommand('DueLeadDeal', { leadId }, { about: 'leadId' }) {}
