import { command } from '@annals/command-bus';
import { price, priceId, priceUntil, productId, reason } from '@annals/contracts-products';
import { givenCurrency } from '@annals/contracts-values';

const needs = 'products.write';
const about = null;

const { priceListId, segment, from, until, steps } = price.shape;

export class SetPrice extends command(
  'SetPrice',
  {
    ...{ productId, priceId, priceListId },
    segment: segment.optional(),
    currency: givenCurrency,
    from,
    until: until.optional(),
    steps,
  },
  {
    post: 'products/:productId/prices',
    summary: { en: 'Set a price of a product on a price list', zh: '在价目表上设置产品价格' },
    description: {
      en: 'On one list, for one segment and in one currency, a product has one price at most on each day: end the present one first.',
      zh: '同一价目表、客户细分和币种下，同一产品每天最多一个价格：请先终止现有价格。',
    },
    needs,
    about,
    creates: 'priceId',
  },
) {}

export class EndPrice extends command(
  'EndPrice',
  { productId, priceId, until: priceUntil, reason },
  {
    post: 'products/:productId/prices/:priceId/end',
    summary: { en: 'End a price after a day', zh: '终止价格' },
    description: {
      en: 'A price that is ended before its first day never applies. A price is never made longer: set another one.',
      zh: '在首日之前终止的价格从不适用。价格不能延长：请另行设置。',
    },
    needs,
    about,
  },
) {}
