import { formEntry, formId, formReason, type LeadFormEvent } from '@annals/contracts-leads';
import { choice, field, instant as time } from '@annals/contracts-values';
import { instant, revised, text, view, whenKnown, type Immutable } from '@annals/event-sourcing';
import { folded } from '@annals/text';
import { z } from 'zod';

const status = field(
  choice({ on: { en: 'On', zh: '启用' }, off: { en: 'Off', zh: '停用' } }),
  { en: 'Status', zh: '状态' },
  { example: 'on' },
);

/** A form as the API answers it. */
const leadForm = z.strictObject({
  formId,
  status,
  ...formEntry.shape,
  reason: field(
    formReason.nullable(),
    { en: 'Reason', zh: '原因' },
    { description: { en: 'Why it was switched off or on last.', zh: '最近一次停用或启用的原因。' } },
  ),
  addedAt: field(time, { en: 'Added', zh: '添加时间' }),
});

/** The stored document. */
export type LeadFormDocument = Immutable<z.output<typeof leadForm>> & { readonly revision: number };

/** One document for each form by which pages send leads. */
export const leadFormList = view<LeadFormEvent, LeadFormDocument>()({
  name: 'lead-form-list',
  version: 1,
  about: 'installation',
  key: ({ data }) => data.formId,
  on: revised<LeadFormEvent, LeadFormDocument>({
    LeadFormAdded: (_, { data, occurredAt: addedAt }) => ({ ...data, status: 'on', reason: null, addedAt }),
    LeadFormChanged: whenKnown((form, { data: { after } }) => ({ ...form, ...(after as Partial<LeadFormDocument>) })),
    LeadFormSwitchedOff: whenKnown((form, { data: { reason } }) => ({ ...form, status: 'off', reason })),
    LeadFormSwitchedOn: whenKnown((form, { data: { reason } }) => ({ ...form, status: 'on', reason })),
  }),
  fields: {
    status: text((form) => form.status, { schema: status }),
    source: text(({ source }) => source),
    campaign: text(({ campaignId }) => campaignId),
    name: text(({ name }) => folded(name)),
    addedAt: instant(({ addedAt }) => addedAt),
  },
  indexes: [['name'], ['addedAt'], ['status', 'name']],
  personal: [],
  revision: ({ revision }) => revision,
  answer: { schema: leadForm, of: ({ revision: _, ...shown }) => shown },
  list: {
    path: 'lead-forms',
    summary: { en: 'List lead forms by status, source and campaign', zh: '按状态、来源和营销活动列出线索表单' },
    record: { name: 'LeadForm', en: 'lead form', zh: '线索表单', id: 'formId', schema: 'NamedLeadForm' },
    needs: 'leads.manage',
    filters: ['status', 'source', 'campaign'],
    sorts: ['name', 'addedAt'],
  },
});
