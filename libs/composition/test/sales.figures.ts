import type { Money, Staff } from '@annals/contracts-values';
import { count, notZero, valuesOf, type Figure } from './figure.js';
import type { Told } from './told.js';

type Deal = {
  readonly dealId: string;
  readonly value: Money;
  readonly status: string;
  readonly closedAt: string | null;
};
type Contact = Readonly<Record<'channel' | 'direction' | 'purpose', string>> & { readonly contactedBy: Staff };
type Judged = Readonly<Record<'breaches' | 'overridden', readonly string[]>>;

const channelsOf = (told: Told) =>
  [...new Set(told.list<Contact>('contacts').map(({ channel }) => channel))].toSorted();

/** Figures of deals and contacts. */
export const SALES_FIGURES: readonly Figure[] = [
  ...(['open', 'won', 'lost'] as const).map((status) => ({
    figure: `number and value of ${status} deals`,
    in: {
      page: ({ page }: Told) => [page.deals[status].count, notZero(page.deals[status].values)],
      list: (told: Told) => [told.list('deals', { status }).length, valuesOf(told.list('deals', { status }))],
      ...(status !== 'open' && {
        report: (told: Told) => {
          const deals = told.report('sales', 'deals', { outcome: status }) as Record<string, number>;
          const net = told.report('sales', 'net', { outcome: status }) as Record<string, string>;
          return [Object.values(deals).reduce((all, each) => all + each, 0), notZero(net)];
        },
      }),
      'report on deals': (told: Told) => {
        const deals = told.report('deals', status) as Record<string, number>;
        const value = told.report('deals', `${status}Value`) as Record<string, string>;
        return [Object.values(deals).reduce((all, each) => all + each, 0), notZero(value)];
      },
    },
  })),
  {
    figure: 'closed deals on the page, newest first',
    in: {
      page: ({ page }) =>
        page.deals.closedDeals.map(({ dealId, outcome, value, closedAt }) => [dealId, outcome, value, closedAt]),
      list: (told) =>
        told
          .list<Deal>('deals')
          .filter(({ closedAt }) => closedAt !== null)
          .toSorted((one, other) => (one.closedAt! < other.closedAt! ? 1 : -1))
          .slice(0, 20)
          .map(({ dealId, status, value, closedAt }) => [dealId, status, value, closedAt]),
    },
  },
  {
    figure: 'contacts by channel and direction, and how many of the outbound ones met with a response',
    in: {
      page: ({ page }) =>
        Object.entries(page.contacts.channels)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([channel, { inbound, outbound, responses }]) => [channel, inbound, outbound, responses]),
      list: (told) =>
        channelsOf(told).map((channel) => {
          const outbound = told.list('contacts', { channel, direction: 'outbound' });
          const inbound = told.list('contacts', { channel, direction: 'inbound' }).length;
          return [channel, inbound, outbound.length, count(outbound, ({ response }) => response !== 'none')];
        }),
    },
  },
  {
    figure: 'last contact',
    in: {
      page: ({ page }) => page.contacts.last?.at ?? null,
      'list of contacts': (told) => told.list('contacts')[0]?.['contactedAt'] ?? null,
      'list of customers': (told) => told.list('customers')[0]?.['lastContactAt'],
    },
  },
  {
    figure: 'last contact: channel, direction, purpose and employee',
    in: {
      page: ({ page: { contacts } }) =>
        contacts.last && [contacts.last.channel, contacts.last.direction, contacts.last.purpose, contacts.last.by.id],
      list: (told) => {
        const [last] = told.list<Contact>('contacts');
        return last ? [last.channel, last.direction, last.purpose, last.contactedBy.id] : null;
      },
    },
  },
  {
    figure: 'contacts that broke a rule',
    in: {
      page: ({ page }) => page.contacts.breaches,
      list: (told) => told.list('contacts', { breach: true }).length,
      report: (told) => told.report('contact-breaches', 'contacts'),
    },
  },
  {
    figure: 'contacts that an exception allowed',
    in: {
      page: ({ page }) => page.contacts.overridden,
      list: (told) => told.list<Judged>('contacts').filter(({ overridden }) => overridden.length > 0).length,
    },
  },
  {
    figure: 'broken rules',
    in: {
      list: (told) => told.list<Judged>('contacts').reduce((all, { breaches }) => all + breaches.length, 0),
      report: (told) => told.report('contact-breaches', 'breaches'),
    },
  },
];
