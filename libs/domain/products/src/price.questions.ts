import type { Days } from '@annals/analytics';
import {
  isOffered,
  knownProduct,
  price,
  priceId,
  priceListId,
  priceOfTheDay,
  productId,
  productStream,
  segment,
  step,
} from '@annals/contracts-products';
import { day, decimal, field, givenCurrency, money } from '@annals/contracts-values';
import { question, type Question } from '@annals/slice';
import { z } from 'zod';
import { known } from './product.guards.js';

const quantity = field(
  decimal,
  { en: 'Quantity', zh: '数量' },
  { example: '10', description: { en: 'One by default.', zh: '默认为 1。' } },
);

const answer = z.strictObject({
  productId,
  day: field(day, { en: 'Day', zh: '日期' }, { example: '2026-01-31' }),
  quantity,
  offered: field(
    z.boolean(),
    { en: 'Offered', zh: '在售' },
    { description: { en: 'Whether the product is offered on the day.', zh: '产品在该日是否在售。' } },
  ),
  listPrice: field(
    z
      .strictObject({
        unitPrice: field(money, { en: 'Unit price', zh: '单价' }),
        ...{
          priceListId,
          priceId,
          segment: price.shape.segment,
          from: price.shape.from,
          until: price.shape.until,
          step,
        },
      })
      .nullable(),
    { en: 'List price', zh: '目录价' },
    {
      description: {
        en: 'With the price list, the price on it and the quantity step that it follows from; `null` if no list has one.',
        zh: '附其所依据的价目表、价格和数量阶梯；没有适用价格时为 `null`。',
      },
    },
  ),
});

const fields = {
  currency: givenCurrency,
  segment: segment.optional(),
  quantity: quantity.optional(),
  priceListId: priceListId.optional(),
};

/** `GET /v1/products/:productId/price` */
export const productPrice = ({ dayOf }: Pick<Days, 'dayOf'>): Question<'products.read'> =>
  question(
    {
      name: 'ProductPrice',
      of: { path: 'products', id: 'productId' },
      get: 'price',
      summary: { en: 'Ask for the list price of a product on a day', zh: '查询产品某日的目录价' },
      description: {
        en: 'For a quantity and a segment, on the day of `at` in `TIME_ZONE` or today. A price for the segment comes before one for all customers, then the one that is valid since the latest day, then the price list whose id comes first.',
        zh: '按数量和客户细分，查询 `at` 所在日（时区 `TIME_ZONE`，默认今天）的目录价。先取该细分的价格，再取生效日最晚的，再取编号最前的价目表。',
      },
      needs: 'products.read',
      fields,
      answer,
    },
    {
      state: knownProduct,
      stream: (asked) => productStream(asked.productId),
      context: { stream: () => undefined, initial: null, evolve: {} },
    },
    ({ productId, at, currency, segment = null, quantity = '1', priceListId }, { state, now }) => {
      const product = known(state, productId);
      const day = dayOf(at ?? now);
      const found = priceOfTheDay(product, { currency, segment, quantity, day, priceListId });
      return { productId, day, quantity, offered: isOffered(product, day), listPrice: found && shown(found) };
    },
  );

type Found = NonNullable<ReturnType<typeof priceOfTheDay>>;

const shown = ({ currency, priceListId, priceId, segment, from, until, step }: Found) => ({
  unitPrice: { amount: step.unitPrice, currency },
  ...{ priceListId, priceId, segment, from, until, step },
});
