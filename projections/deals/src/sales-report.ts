import type { DealClosed, DealEvent, DealLine } from '@annals/contracts-deals';
import { multiply, toUnits, type Staff } from '@annals/contracts-values';
import { projection, type EventOf, type Of } from '@annals/event-sourcing';

/** A line of a closed deal, or all of a deal that has no lines. Amounts and the quantity are decimal strings. */
export type SalesFact = {
  readonly dealId: string;
  readonly customerId: string;
  /** From 0; the line 0 stands for its deal where deals are counted. */
  readonly line: number;
  readonly title: string;
  readonly closedAt: string;
  readonly outcome: 'won' | 'lost';
  readonly reason: string | null;
  readonly competitor: string | null;
  readonly owner: Staff | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly product: string | null;
  readonly category: string | null;
  readonly currency: string;
  readonly quantity: string;
  /** Quantity × unit price, before discount. */
  readonly gross: string;
  readonly net: string;
};

type Source = Of<DealEvent, 'DealClosed' | 'DealReopened'>;

const lineKeys = (dealId: string, lines: number) =>
  Array.from({ length: Math.max(1, lines) }, (_, line) => `${dealId}#${line}`);

const amountsOf = ({ product, category, quantity, unitPrice, net }: DealLine) => ({
  product,
  category: category ?? null,
  quantity,
  gross: multiply(quantity, unitPrice),
  net,
});

const wholeDeal = ({ value }: EventOf<typeof DealClosed>['data']) => ({
  product: null,
  category: null,
  quantity: '0.00',
  gross: value.amount,
  net: value.amount,
});

/** The facts of the sales report. A deal that is reopened has none until it is closed again. */
export const salesReport = projection<Source, SalesFact>()({
  name: 'sales-report',
  version: 1,
  key: ({ type, data }) => lineKeys(data.dealId, type === 'DealClosed' ? data.lines.length : data.lines),
  on: {
    DealClosed: (_, { data, occurredAt }, key) => {
      const { dealId, customerId, title, outcome, reason, competitor, owner, country, region } = data;
      const line = Number(key.slice(dealId.length + 1));
      const sold = data.lines[line];
      return {
        ...{ dealId, customerId, line, title, closedAt: occurredAt },
        ...{ outcome, reason, competitor, owner, country, region },
        currency: data.value.currency,
        ...(sold ? amountsOf(sold) : wholeDeal(data)),
      };
    },

    DealReopened: () => null,
  },
  fields: {
    year: { of: ({ closedAt }) => Number(closedAt.slice(0, 4)) },
    quarter: { of: ({ closedAt }) => quarterOf(closedAt) },
    month: { of: ({ closedAt }) => closedAt.slice(0, 7) },
    closedAt: { of: ({ closedAt }) => closedAt },
    outcome: { of: ({ outcome }) => outcome },
    reason: { of: ({ reason }) => reason },
    competitor: { of: ({ competitor }) => competitor },
    owner: { of: ({ owner }) => owner?.id ?? null, party: true },
    customer: { of: ({ customerId }) => customerId },
    country: { of: ({ country }) => country },
    region: { of: ({ region }) => region },
    product: { of: ({ product }) => product },
    category: { of: ({ category }) => category },
    currency: { of: ({ currency }) => currency },
    deal: { of: ({ dealId }) => dealId },
    deals: { of: ({ line }) => (line === 0 ? 1 : 0) },
    net: { of: ({ net }) => toUnits(net) },
    gross: { of: ({ gross }) => toUnits(gross) },
    quantity: { of: ({ quantity }) => toUnits(quantity) },
  },
  indexes: [['outcome', 'closedAt'], ['owner', 'closedAt'], ['customer', 'closedAt'], ['deal']],
});

const quarterOf = (instant: string) => `${instant.slice(0, 4)}-Q${Math.ceil(Number(instant.slice(5, 7)) / 3)}`;
