import { complaintReport } from '@annals/projections-complaints';
import type { ReportDefinition } from './definition.js';

const text = { type: 'text' } as const;

/** To two places; `null` where there is nothing to share among. */
const ratio = (total = 0, among = 0) => (among === 0 ? null : Math.round((total / among) * 100) / 100);

export const complaints: ReportDefinition = {
  name: 'complaints',
  summary: 'Complaints, open and resolved, by the month in which they were filed',
  view: complaintReport,
  dimensions: {
    year: { type: 'number' },
    month: text,
    channel: text,
    category: text,
    severity: text,
    tier: { type: 'number' },
    rootCause: text,
    product: text,
    customer: { type: 'text', names: 'customers' },
    status: text,
    onTime: { type: 'boolean' },
  },
  measures: {
    complaints: { meaning: 'Number of complaints', of: ({ count }) => count! },
    resolved: { meaning: 'Of these resolved', of: ({ resolved }) => resolved! },
    onTimeShare: {
      meaning: 'Share of the resolved ones that were on time, 0 to 1',
      of: ({ resolvedOnTime, resolved }) => ratio(resolvedOnTime, resolved),
    },
    resolutionMinutes: { meaning: 'Minutes from filing to resolution', of: (sums) => sums['resolutionMinutes']! },
    averageResolutionMinutes: {
      meaning: 'Minutes from filing to resolution of one resolved complaint',
      of: ({ resolutionMinutes, resolved }) => ratio(resolutionMinutes, resolved),
    },
    rated: { meaning: 'Number of complaints with a rating', of: ({ rated }) => rated! },
    satisfaction: { meaning: 'Sum of the ratings, each 1 to 5', of: (sums) => sums['satisfaction']! },
    averageSatisfaction: {
      meaning: 'Average rating, 1 to 5',
      of: ({ satisfaction, rated }) => ratio(satisfaction, rated),
    },
  },
  sum: ['resolved', 'resolvedOnTime', 'resolutionMinutes', 'rated', 'satisfaction'],
  time: 'filedAt',
  apart: [],
  defaults: {},
};
