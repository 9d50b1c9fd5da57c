import { formEntry, formId, formReason, type LeadFormEvent } from '@annals/contracts-leads';
import { instant, revised, text, view, whenKnown, type Immutable } from '@annals/event-sourcing';
import { folded } from '@annals/text';
import { z } from 'zod';
import { switched, switchStatus } from './switched.js';

/** A form as the API answers it. */
const leadForm = z.strictObject({
  formId,
  status: switchStatus,
  ...formEntry.shape,
  ...switched(formReason),
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
    status: text((form) => form.status, { schema: switchStatus }),
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
