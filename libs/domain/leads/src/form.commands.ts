import { command } from '@annals/command-bus';
import { formEntry, formId, formReason } from '@annals/contracts-leads';

const needs = 'leads.manage';
const about = null;

const { name, source, campaignId, consent, origins, redirectTo } = formEntry.shape;

/** What may be left out of a new form. */
const more = {
  source: source.optional(),
  campaignId: campaignId.optional(),
  consent: consent.optional(),
  origins: origins.optional(),
  redirectTo: redirectTo.optional(),
};

export class AddLeadForm extends command(
  'AddLeadForm',
  { formId, name, ...more },
  {
    post: 'lead-forms',
    summary: { en: 'Add a lead form', zh: '添加线索表单' },
    description: {
      en: 'Pages of the allowed origins send leads to `POST /v1/lead-forms/{formId}/leads`. The default of `source` is `web-form`.',
      zh: '允许来源的网页向 `POST /v1/lead-forms/{formId}/leads` 提交线索。未给出来源时为 `web-form`。',
    },
    needs,
    about,
    creates: 'formId',
  },
) {}

export class ChangeLeadForm extends command(
  'ChangeLeadForm',
  { formId, name: name.optional(), ...more },
  {
    post: 'lead-forms/:formId/change',
    summary: { en: 'Change a lead form', zh: '变更线索表单' },
    description: {
      en: 'Only the given fields change; `null` clears an optional field; `origins` are replaced as a whole.',
      zh: '只变更给出的字段；`null` 清空可为空的字段，`origins` 整体替换。',
    },
    needs,
    about,
  },
) {}

export class SwitchOffLeadForm extends command(
  'SwitchOffLeadForm',
  { formId, reason: formReason },
  {
    post: 'lead-forms/:formId/switch-off',
    summary: { en: 'Switch off a lead form', zh: '停用线索表单' },
    description: {
      en: 'It captures no more leads until it is switched on again. Its leads stay.',
      zh: '在重新启用之前不再登记线索；已有线索不变。',
    },
    needs,
    about,
  },
) {}

export class SwitchOnLeadForm extends command(
  'SwitchOnLeadForm',
  { formId, reason: formReason },
  {
    post: 'lead-forms/:formId/switch-on',
    summary: { en: 'Switch a lead form on again', zh: '重新启用线索表单' },
    description: { en: 'It captures leads as before.', zh: '恢复登记线索。' },
    needs,
    about,
  },
) {}
