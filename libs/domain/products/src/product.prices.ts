import {
  PriceEnded,
  PriceSet,
  type KnownPrice,
  type KnownProduct,
  type Price,
  type Step,
} from '@annals/contracts-products';
import { add, compareDecimals, sameContent } from '@annals/contracts-values';
import type { CommandOf, Of } from '@annals/event-sourcing';
import { known } from './product.guards.js';
import type * as commands from './price.commands.js';
import { priceProblems } from './price.problems.js';

const MOST_PRICES = 1_000; // of a product

const { reject } = priceProblems;

type Command = CommandOf<typeof commands>;

/** The prices of a product on price lists. They are about days, so that it does not matter when they are set. */
export const priceRules = {
  SetPrice: (command: Of<Command, 'SetPrice'>, product: KnownProduct) => {
    const { productId, priceId, segment = null, until = null, priceListId, currency, from } = command;
    const { prices } = known(product, productId);
    const price = { priceListId, segment, currency, from, until, steps: command.steps.map(canonical) };
    const set = PriceSet.event({ productId, priceId, ...price });
    const before = prices.get(priceId);
    if (before) return sameContent(before.set, price) ? [] : reject('PriceAlreadySet', { priceId });
    expectSound(price);
    const others = Array.from(prices);
    if (others.length >= MOST_PRICES) reject('TooManyPrices', { productId, most: MOST_PRICES });
    for (const [otherId, other] of others) expectApart(price, otherId, other);
    return [set];
  },

  EndPrice: ({ productId, priceId, until, reason }: Of<Command, 'EndPrice'>, product: KnownProduct) => {
    const price = known(product, productId).prices.get(priceId) ?? reject('PriceUnknown', { productId, priceId });
    if (sameContent(price.end, { until, reason })) return [];
    if (price.until !== null && until >= price.until) reject('PriceAlreadyEnded', { priceId, until: price.until });
    return [PriceEnded.event({ productId, priceId, until, reason })];
  },
};

const canonical = ({ quantity, unitPrice }: Step): Step => ({
  quantity: add(quantity, '0'),
  unitPrice: add(unitPrice, '0'),
});

const expectSound = ({ from, until, steps }: Price) => {
  if (until !== null && until < from) reject('PriceDaysReversed', { from, until });
  steps.reduce((before, { quantity, unitPrice }) => {
    if (compareDecimals(quantity, before) <= 0) reject('PriceStepsUnordered', { quantity });
    if (compareDecimals(unitPrice, '0') < 0) reject('PriceBelowZero', { unitPrice });
    return quantity;
  }, '0');
};

/** Rejects two prices of one list, segment and currency on a day. */
const expectApart = (price: Price, priceId: string, { priceListId, segment, currency, from, until }: KnownPrice) => {
  const isSame = priceListId === price.priceListId && segment === price.segment && currency === price.currency;
  const isApart = isBefore(until, price.from) || isBefore(price.until, from) || isBefore(until, from);
  if (isSame && !isApart) reject('PricesOverlap', { priceId, priceListId, from, until });
};

const isBefore = (until: string | null, from: string) => until !== null && until < from;
