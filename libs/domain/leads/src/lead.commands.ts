import { command } from '@annals/command-bus';
import {
  disqualification,
  formId,
  leadContact,
  leadDetails,
  leadId,
  leadNote,
  leadOwner,
  recycleOn,
} from '@annals/contracts-leads';
import { atMost, clearable, givenMoney, namesUser } from '@annals/contracts-values';

const needs = 'leads.write';
const about = null;

const { attributes, budget } = leadDetails.shape;

/** The details of a lead in commands. */
const details = {
  ...leadDetails.shape,
  attributes: atMost(200, attributes.unwrap()).optional(),
  budget: givenMoney.meta(budget.unwrap().meta() ?? {}).optional(),
};

export class CaptureLead extends command(
  'CaptureLead',
  { leadId, ...details, owner: namesUser(leadOwner).optional(), formId: formId.optional() },
  {
    post: 'leads',
    summary: { en: 'Capture a lead', zh: '登记线索' },
    description: {
      en: 'A person or a company that may become a customer, with everything that was said. A name, a company, a phone number or an e-mail address is required.',
      zh: '可能成为客户的个人或企业及其提供的全部信息。姓名、公司、电话、电子邮箱至少填写一项。',
    },
    needs,
    about,
    creates: 'leadId',
  },
) {}

export class ChangeLead extends command(
  'ChangeLead',
  { leadId, ...clearable(details) },
  {
    post: 'leads/:leadId/change',
    summary: { en: 'Change an open lead', zh: '变更线索' },
    description: {
      en: 'Only the given fields change; `null` removes. Lists and `attributes` are replaced as a whole.',
      zh: '只变更给出的字段；`null` 表示删除。列表和 `attributes` 整体替换。',
    },
    needs,
    about,
  },
) {}

export class AssignLead extends command(
  'AssignLead',
  { leadId, owner: namesUser(leadOwner) },
  {
    post: 'leads/:leadId/assign',
    summary: { en: 'Assign a lead', zh: '指派线索' },
    description: {
      en: 'Replaces the previous owner. Must be an active user.',
      zh: '替换原负责人；须为在用的用户。',
    },
    needs,
    about,
  },
) {}

export class ContactLead extends command(
  'ContactLead',
  { leadId, ...leadContact.shape, contactedBy: namesUser(leadContact.shape.contactedBy, 'known') },
  {
    post: 'leads/:leadId/contact',
    summary: { en: 'Record a contact with a lead', zh: '记录与线索的接触' },
    description: {
      en: 'An answer to the lead, or an attempt that did not reach it. `contactedBy` is the user who records it unless another one is given.',
      zh: '对线索的回复，或未能联系上的尝试。未给出 `contactedBy` 时为登记的用户。',
    },
    needs,
    about,
    fills: { contactedBy: ({ actor }) => ({ id: actor }) },
  },
) {}

export class DisqualifyLead extends command(
  'DisqualifyLead',
  { leadId, reason: disqualification, note: leadNote.optional(), recycleOn: recycleOn.optional() },
  {
    post: 'leads/:leadId/disqualify',
    summary: { en: 'Disqualify a lead', zh: '淘汰线索' },
    description: {
      en: 'It stays in the list with its reason. With `recycleOn` it is open again on that day.',
      zh: '线索连同原因保留在列表中。给出 `recycleOn` 时，将在该日自动重新激活。',
    },
    needs,
    about,
  },
) {}

export class RecycleLead extends command(
  'RecycleLead',
  { leadId, note: leadNote.optional() },
  {
    post: 'leads/:leadId/recycle',
    summary: { en: 'Open a disqualified lead again', zh: '重新激活已淘汰的线索' },
    description: { en: 'It keeps its owner and its contacts.', zh: '负责人和接触记录不变。' },
    needs,
    about,
  },
) {}
