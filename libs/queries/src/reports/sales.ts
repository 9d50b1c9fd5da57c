import { fromUnits } from '@annals/contracts-values';
import { salesReport } from '@annals/projections-deals';
import type { ReportDefinition } from './definition.js';

const text = { type: 'text' } as const;

export const sales: ReportDefinition = {
  name: 'sales',
  summary: 'Closed deals by line; those that were won unless the query says something about the outcome',
  view: salesReport,
  dimensions: {
    year: { type: 'number' },
    quarter: text,
    month: text,
    country: text,
    region: text,
    category: text,
    product: text,
    owner: { type: 'text', names: 'owners' },
    customer: { type: 'text', names: 'customers' },
    outcome: text,
    currency: text,
    competitor: text,
    reason: { type: 'text', personal: true },
  },
  measures: {
    net: { meaning: 'Amount after discount', of: ({ net }) => fromUnits(net!) },
    gross: { meaning: 'Quantity × unit price, before discount', of: ({ gross }) => fromUnits(gross!) },
    quantity: { meaning: 'Units', of: ({ quantity }) => fromUnits(quantity!) },
    deals: { meaning: 'Number of deals', of: ({ deals }) => deals! },
  },
  sum: ['net', 'gross', 'quantity', 'deals'],
  time: 'closedAt',
  apart: ['currency'],
  defaults: { outcome: 'won' },
  distinct: { of: 'deals', field: 'deal', within: ['product', 'category'] },
};
