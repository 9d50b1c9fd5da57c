import { count, type Figure } from './figure.js';
import type { Told } from './told.js';

type Complaint = {
  readonly satisfaction: { readonly score: number } | null;
  readonly filedAt: string;
  readonly resolvedAt: string | null;
};

const MINUTE = 60_000; // ms
const minutesUntilResolved = (told: Told) =>
  told
    .list<Complaint>('complaints', { status: 'resolved' })
    .reduce((all, { filedAt, resolvedAt }) => all + (Date.parse(resolvedAt!) - Date.parse(filedAt)) / MINUTE, 0);

const valuesIn = (told: Told, field: string) =>
  [...new Set(told.list('complaints').map((complaint) => complaint[field] as string))].toSorted();

/** Figures of complaints. */
export const COMPLAINT_FIGURES: readonly Figure[] = [
  ...(['open', 'resolved', 'withdrawn'] as const).map((status) => ({
    figure: `number of ${status} complaints`,
    in: {
      page: ({ page }: Told) => page.complaints[status],
      list: (told: Told) => told.list('complaints', { status }).length,
      report: (told: Told) => told.report('complaints', 'complaints', { status }),
    },
  })),
  {
    figure: 'rated complaints, and the sum of their ratings',
    in: {
      page: ({ page: { complaints } }) => [complaints.satisfaction.count, complaints.satisfaction.total],
      list: (told) => {
        const scores = told.list<Complaint>('complaints').flatMap(({ satisfaction }) => satisfaction?.score ?? []);
        return [scores.length, scores.reduce((total, score) => total + score, 0)];
      },
      report: (told) => ['rated', 'satisfaction'].map((measure) => told.report('complaints', measure)),
    },
  },
  {
    figure: 'average rating',
    in: {
      page: ({ page }) => page.complaints.satisfaction.average,
      report: (told) => told.report('complaints', 'averageSatisfaction') || null,
    },
  },
  ...['severity', 'tier', 'category', 'channel'].map((field) => ({
    figure: `complaints by ${field}`,
    in: {
      list: (told: Told) =>
        valuesIn(told, field).map((value) => [value, count(told.list('complaints'), (row) => row[field] === value)]),
      report: (told: Told) =>
        valuesIn(told, field).map((value) => [value, told.report('complaints', 'complaints', { [field]: value })]),
    },
  })),
  {
    figure: 'complaints on time, and those that were not',
    in: {
      list: (told) => [true, false].map((is) => count(told.list('complaints'), ({ onTime }) => onTime === is)),
      report: (told) => [true, false].map((is) => told.report('complaints', 'complaints', { onTime: is })),
    },
  },
  {
    figure: 'complaints with a due time that passed',
    in: {
      list: (told) => told.list('complaints', { breached: true }).length,
      report: (told) => told.report('complaints', 'breached'),
    },
  },
  {
    figure: 'open complaints that became overdue',
    in: {
      page: ({ page }) => page.complaints.openComplaints.filter(({ overdueSince }) => overdueSince !== null).length,
      list: (told) => count(told.list('complaints', { status: 'open' }), ({ overdueSince }) => overdueSince !== null),
      'list of those overdue': (told) =>
        count(told.list('complaints', { overdue: true }), ({ overdueSince }) => overdueSince !== null),
      report: (told) => told.report('complaints', 'overdue'),
    },
  },
  {
    figure: 'reopenings',
    in: {
      list: (told) =>
        told.list<{ readonly reopened: number }>('complaints').reduce((all, { reopened }) => all + reopened, 0),
      report: (told) => told.report('complaints', 'reopenings'),
    },
  },
  {
    figure: 'first responses, and the share of them on time',
    in: {
      list: (told) => {
        const responded = count(told.list('complaints'), ({ respondedAt }) => respondedAt !== null);
        const [yes, no] = [true, false].map((is) =>
          count(told.list('complaints'), ({ respondedOnTime }) => respondedOnTime === is),
        ) as [number, number];
        return [responded, yes + no === 0 ? 0 : Math.round((yes / (yes + no)) * 100) / 100];
      },
      report: (told) => [
        told.report('complaints', 'firstResponses'),
        told.report('complaints', 'firstResponseOnTimeShare') || 0,
      ],
    },
  },
  {
    figure: 'minutes to the resolution',
    in: {
      list: minutesUntilResolved,
      report: (told) => told.report('complaints', 'resolutionMinutes'),
      'report of those resolved': (told) => told.report('complaints', 'resolutionMinutes', { status: 'resolved' }),
    },
  },
];
