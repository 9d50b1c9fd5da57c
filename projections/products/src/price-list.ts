import { dayAfter, daysIn, zoneOf } from '@annals/analytics';
import type { ProductEvent } from '@annals/contracts-products';
import { configured, day, instant, text, view, whenKnown, type Of } from '@annals/event-sourcing';
import { price, type PriceDocument } from './price.js';

export type { PriceDocument } from './price.js';

const NEVER = '9999-12-31T23:59:59.999Z';

/** One document for each price of a product on a price list. Its days are those of the company's time zone. */
export const priceList = configured(zoneOf, ({ timeZone }) => {
  const { startOf } = daysIn(timeZone);
  const starts = (day: string) => startOf(day).toISOString();
  return view<Of<ProductEvent, 'PriceSet' | 'PriceEnded'>, PriceDocument>()({
    name: 'price-list',
    version: 1,
    about: 'installation',
    key: ({ data: { productId, priceId } }) => `${productId} ${priceId}`,
    on: {
      PriceSet: (_, { data, occurredAt: setAt }) => ({ ...data, reason: null, setAt }),
      PriceEnded: whenKnown((known, { data: { until, reason } }) => ({ ...known, until, reason })),
    },
    fields: {
      product: text(({ productId }) => productId),
      priceList: text(({ priceListId }) => priceListId),
      segment: text(({ segment }) => segment),
      currency: text(({ currency }) => currency),
      from: day(({ from }) => from),
      until: day(({ until }) => until),
      validFrom: instant(({ from }) => starts(from)),
      /** When it is not valid any more. */
      validUntil: instant(({ until }) => (until === null ? NEVER : starts(dayAfter(until)))),
    },
    indexes: [['from'], ['until'], ['validUntil'], ['product', 'from'], ['priceList', 'from'], ['currency', 'from']],
    personal: [],
    answer: { schema: price, of: (known) => known },
    list: {
      path: 'prices',
      summary: {
        en: 'List prices by product, price list, segment, currency and day',
        zh: '按产品、价目表、客户细分、币种和日期列出价格',
      },
      record: { name: 'Price', en: 'price', zh: '价格', schema: 'ListedPrice', one: null },
      needs: 'products.read',
      filters: ['product', 'priceList', 'segment', 'currency'],
      ranges: ['from', 'until'],
      conditions: {
        valid: (now) => [
          { field: 'validFrom', from: '', to: new Date(now.getTime() + 1).toISOString() },
          { field: 'validUntil', from: new Date(now.getTime() + 1).toISOString() },
        ],
      },
      names: { productName: 'product' },
      sorts: ['-from', 'until'],
    },
  });
});
