import { periodsIn, zoneOf } from '@annals/analytics';
import { outcome, type DealClosed, type DealEvent, type DealLine } from '@annals/contracts-deals';
import { id, money, month, multiply, quarter, staff } from '@annals/contracts-values';
import { amount, configured, number, party, text, view, type EventOf, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

const fact = z.strictObject({
  dealId: id,
  customerId: id,
  /** From 0; the line 0 stands for its deal where deals are counted. */
  line: z.int().min(0),
  title: z.string(),
  closedAt: z.iso.datetime(),
  outcome,
  reason: z.string().nullable(),
  competitor: z.string().nullable(),
  owner: staff.nullable(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  product: z.string().nullable(),
  category: z.string().nullable(),
  currency: money.shape.currency,
  quantity: z.string(),
  /** Quantity × unit price, before discount. */
  gross: z.string(),
  net: z.string(),
});

/** A line of a closed deal, or all of a deal that has no lines. Amounts and the quantity are decimal strings. */
export type SalesFact = Readonly<z.infer<typeof fact>>;

type Source = Of<DealEvent, 'DealClosed' | 'DealReopened' | 'DealWithdrawn'>;

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

/** The facts of the sales report, by the periods of the company's calendar. A deal that is reopened has none until it is closed again. */
export const salesReport = configured(zoneOf, ({ timeZone }) => {
  const { yearOf, quarterOf, monthOf } = periodsIn(timeZone);
  return view<Source, SalesFact>()({
    name: 'sales-report',
    version: 10,
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
      DealWithdrawn: () => null,
    },
    fields: {
      year: number(({ closedAt }) => yearOf(closedAt), { schema: z.int() }),
      quarter: text(({ closedAt }) => quarterOf(closedAt), { schema: quarter }),
      month: text(({ closedAt }) => monthOf(closedAt), { schema: month }),
      closedAt: text(({ closedAt }) => closedAt),
      outcome: text((line) => line.outcome),
      reason: text(({ reason }) => reason, { personal: true }),
      competitor: text(({ competitor }) => competitor),
      owner: party(({ owner }) => owner?.id ?? null),
      customer: text(({ customerId }) => customerId),
      country: text(({ country }) => country),
      region: text(({ region }) => region),
      product: text(({ product }) => product),
      category: text(({ category }) => category),
      currency: text(({ currency }) => currency),
      deal: text(({ dealId }) => dealId),
      deals: number(({ line }) => (line === 0 ? 1 : 0)),
      net: amount(({ net }) => net),
      gross: amount(({ gross }) => gross),
      quantity: amount(({ quantity }) => quantity),
    },
    indexes: [['outcome', 'closedAt'], ['owner', 'closedAt'], ['customer', 'closedAt'], ['deal']],
    personal: ['title', 'reason'],
    answer: { schema: fact, of: (line) => line },
    report: {
      name: 'sales',
      summary: {
        en: 'Closed deals by line; those that were won unless the query says something about the outcome',
        zh: '已结束商机的明细；未指定结果时只统计成交的商机',
      },
      dimensions: [
        ...(['year', 'quarter', 'month', 'country', 'region', 'category', 'product', 'owner', 'customer'] as const),
        ...(['outcome', 'currency', 'competitor', 'reason'] as const),
      ],
      labels: { owner: ({ owner }) => owner?.name ?? null },
      sum: ['deals'],
      amounts: ['net', 'gross', 'quantity'],
      measures: {
        net: { en: 'Amount after discount', zh: '折后金额', of: (_, { net }) => net },
        gross: {
          en: 'Quantity × unit price, before discount',
          zh: '折前金额（数量 × 单价）',
          of: (_, { gross }) => gross,
        },
        quantity: { en: 'Units', zh: '数量', of: (_, { quantity }) => quantity },
        deals: { en: 'Number of deals', zh: '商机数', of: ({ deals }) => deals },
      },
      time: 'closedAt',
      apart: ['currency'],
      defaults: { outcome: 'won' },
      distinct: { of: 'deals', field: 'deal', within: ['product', 'category'] },
    },
  });
});
