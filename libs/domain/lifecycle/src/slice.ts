import { customerList, lifecyclePart } from '@annals/projections-customers';
import { slice } from '@annals/slice';
import { noteReturn } from './return.policy.js';
import { noteSilence } from './silence.policy.js';

/** The lifecycle state follows from the events of other slices; the passing of time is an event of the customer. */
export const lifecycle = slice({
  name: 'lifecycle',
  title: { en: 'Customer lifecycle', zh: '客户生命周期' },
  summary: {
    en: 'The lifecycle state of each customer and its changes',
    zh: '客户所处的生命周期阶段',
  },
  process: 'sales',
  events: [],
  rights: {},
  grants: {},
  published: {},
  aggregates: () => [],
  views: () => [],
  page: (company) => ({ lifecycle: { part: lifecyclePart(customerList(company)) } }),
  policies: (company) => [noteSilence(company), noteReturn(company)],
});
