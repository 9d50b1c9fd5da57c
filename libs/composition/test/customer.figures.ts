import type { Staff } from '@annals/contracts-values';
import type { Figure } from './figure.js';
import type { Told } from './told.js';

const USERS = ['test', 'a-1', 'b-2', 'c-3', 'li.na'];

type Coming = { readonly number: number; readonly effectiveDate: string; readonly fields: readonly string[] };
type Row = Readonly<Record<string, unknown>> & { readonly owner: Staff | null; readonly coming: readonly Coming[] };

const rowOf = (told: Told) => told.list<Row>('customers')[0]!;

/** What is said of the customer. */
export const CUSTOMER_FIGURES: readonly Figure[] = [
  {
    figure: 'needs, and when they ended',
    in: {
      page: ({ page }) =>
        page.needs
          .map(({ needId, recordedAt, endedAt, closed }) => [recordedAt, needId, endedAt, closed?.outcome ?? null])
          .toSorted(),
      list: (told) =>
        told
          .list('needs')
          .slice(0, 50)
          .map(({ needId, recordedAt, endedAt, outcome }) => [recordedAt, needId, endedAt, outcome])
          .toSorted(),
    },
  },
  {
    figure: 'state of the lifecycle',
    in: {
      page: ({ page }) => page.lifecycle?.state,
      list: (told) => rowOf(told)['state'],
      'counts of now': (told) => told.state(),
      'counts of the last month': (told) => told.stateOfLastMonth(),
    },
  },
  {
    figure: 'owner',
    in: {
      page: ({ page }) => page.owner?.id ?? null,
      list: (told) => rowOf(told).owner?.id ?? null,
    },
  },
  ...(['name', 'code', 'kind', 'region', 'phone', 'email', 'roles'] as const).map((field) => ({
    figure: `${field} of the customer`,
    in: {
      page: ({ page }: Told) => page.profile[field] ?? (field === 'roles' ? [] : null),
      list: (told: Told) => rowOf(told)[field],
    },
  })),
  {
    figure: 'day of registration',
    in: {
      page: ({ page }) => page.registeredAt,
      list: (told) => rowOf(told)['registeredAt'],
    },
  },
  {
    figure: 'coming changes',
    in: {
      page: ({ page }) =>
        page.coming.map(({ number, effectiveDate, changes }) => [
          number,
          effectiveDate,
          changes.map(({ field }) => field),
        ]),
      list: (told) => rowOf(told).coming.map(({ number, effectiveDate, fields }) => [number, effectiveDate, fields]),
    },
  },
  {
    figure: 'what a user is responsible for',
    in: {
      count: (told) => USERS.map((userId) => told.responsibilities(userId)),
      lists: (told) => USERS.map((userId) => told.responsibilitiesListed(userId)),
    },
  },
];
