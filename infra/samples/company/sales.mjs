import { names, products } from './company.mjs';
import { DAY } from './calendar.mjs';

const EARLY = ['need-found', 'contact-and-sample', 'intent', 'negotiation'];
const LATE = ['trading', 'after-sales', 'collection', 'maintenance'];

/** Prices are in yuan; in other currencies a seventh of that. Without decimals, so that a price after a discount has two at most. */
export const priceOf = ({ price }, { currency }) => Math.round(currency === 'CNY' ? price : price / 7).toFixed(2);

export const lineOf = (book, product, lineId) => ({
  ...{ lineId, product: product[book.language], productId: product.id, category: product.category[book.language] },
  quantity: `${book.chance.int(Math.ceil(product.most / 8), product.most)}`,
  unitPrice: priceOf(product, book),
  discount: book.chance.pick(['0', '0', '0.05', '0.10']),
});

/** The value of lines in whole cents. */
export const centsOf = (lines) =>
  lines.reduce(
    (sum, { quantity, unitPrice, discount }) => sum + Math.round(quantity * unitPrice * 100 * (1 - discount)),
    0,
  );

export const amountOf = (cents) => `${cents < 0 ? '-' : ''}${(Math.abs(cents) / 100).toFixed(2)}`;

/** Changes of the terms while they are negotiated; returns the lines afterwards. */
const negotiate = (book, time, dealId, lines) => {
  const { chance, words } = book;
  const change = chance.pick(['later', 'quantity', 'added', 'removed', 'none', 'none']);
  if (change === 'none') return lines;
  const say = (at, type, fields, why) => {
    const reason = chance.pick(words.deals.changed[why]);
    return book.say(at, book.managerAt(at), type, { dealId, ...fields, reason });
  };
  if (change === 'later') {
    say(time, 'ChangeDeal', { expectedCloseDate: book.calendar.dayOf(time + chance.int(15, 90) * DAY) }, change);
    return lines;
  }
  if (change === 'quantity') {
    const quantity = `${Number(lines[0].quantity) + chance.int(1, 4)}`;
    return say(time, 'ChangeDealLine', { lineId: 'l1', quantity }, change)
      ? [{ ...lines[0], quantity }, ...lines.slice(1)]
      : lines;
  }
  const extra = lineOf(book, chance.pick(products[book.sector]), 'l9');
  if (!say(time, 'AddDealLine', extra, 'added')) return lines;
  const isRemoved = change === 'removed' && say(time + 90, 'RemoveDealLine', { lineId: 'l9' }, change);
  return isRemoved ? lines : [...lines, extra];
};

/** Moves a deal to the negotiation; returns the time, and the lines, or `undefined` if it has not come so far. */
const prepare = (book, begin, { dealId, lines, product }, until) => {
  const { chance, words } = book;
  let [time, now] = [begin, lines];
  for (const to of EARLY.slice(1, EARLY.indexOf(until) + 1)) {
    time = book.after(time, 2, 16);
    if (!book.say(time, book.managerAt(time), 'AdvanceDeal', { dealId, to })) return undefined;
    if (to === 'contact-and-sample' && product.sample && chance.maybe(60)) {
      const sample = {
        product: product[book.language],
        quantity: `${chance.int(1, 5)}`,
        note: chance.pick(words.deals.samples),
      };
      book.say(time + 30, book.managerAt(time), 'RecordSample', { dealId, sampleId: book.idOf('sample'), ...sample });
    }
    if (to === 'intent' && chance.maybe(55)) now = negotiate(book, (time += 120), dealId, now);
  }
  if (until === 'negotiation' && chance.maybe(10)) {
    const reason = chance.pick(words.deals.back);
    for (const to of ['intent', 'negotiation']) {
      time = book.after(time, 2, 9);
      if (!book.say(time, book.managerAt(time), 'AdvanceDeal', { dealId, to, reason })) return undefined;
    }
  }
  return { time, lines: now };
};

/** What the owner of an open deal estimates; the third deal of a customer is estimated no more a day later. */
const estimate = (book, time, dealId) => {
  const { estimates, estimateWithdrawn: reason } = book.words.deals;
  const say = (at, fields) => book.say(at, book.managerAt(at), 'EstimateDeal', { dealId, ...fields });
  if (!say(time, estimates[book.count.deal % estimates.length]) || book.count.deal % 3 > 0) return;
  say(time + DAY, { probability: null, reason });
};

const lose = (book, time, dealId) => {
  const { chance, words, language } = book;
  const reason = chance.pick(words.deals.lost);
  const competitor = chance.maybe(60) ? { competitor: chance.pick(names[language].competitors) } : {};
  if (!book.say(time, book.managerAt(time), 'CloseDeal', { dealId, outcome: 'lost', reason, ...competitor })) return;
  if (!chance.maybe(12)) return;
  const again = book.after(time, 20, 60);
  book.say(again, book.managerAt(again), 'ReopenDeal', { dealId, reason: chance.pick(words.deals.reopened) });
};

/** The steps after a sale. */
const follow = (book, won, dealId) => {
  let time = won;
  for (const to of LATE.slice(0, book.chance.int(1, LATE.length))) {
    time = book.after(time, 4, 40);
    if (!book.say(time, book.managerAt(time), 'AdvanceDeal', { dealId, to })) return;
  }
};

/**
 * A deal from the first need to its end; `outcome` is `won`, `lost` or `open`, and a deal whose end would be in the future is open,
 * too. Returns the won lines with the time and the id of the deal, or `undefined`.
 */
export const deal = (book, begin, { outcome, until = 'negotiation', closes } = {}) => {
  const { chance, words, language } = book;
  const product = chance.pick(products[book.sector]);
  const dealId = book.idOf('deal');
  const lines = [lineOf(book, product, 'l1')];
  if (chance.maybe(35)) lines.push(lineOf(book, chance.pick(products[book.sector]), 'l2'));
  const title = book.text(words.deals.titles, { product: product[language] });
  const expectedCloseDate = closes ?? book.calendar.dayOf(begin + chance.int(30, 120) * DAY);
  const terms = { title, currency: book.currency, lines, expectedCloseDate, region: book.profile.region };
  const country = { country: book.profile.geographic.country };
  if (!book.say(begin, book.managerAt(begin), 'OpenDeal', { customerId: book.id, dealId, ...terms, ...country }))
    return undefined;
  const isEarly = outcome === 'won' && chance.maybe(6);
  const ready = prepare(book, begin, { dealId, lines, product }, isEarly ? 'intent' : until);
  if (ready && outcome === 'open') estimate(book, ready.time + 180, dealId);
  if (!ready || outcome === 'open') return undefined;
  const time = book.after(ready.time, 2, 20);
  if (outcome === 'lost') return lose(book, time, dealId);
  const reason = isEarly ? { reason: words.deals.earlyWin } : {};
  if (!book.say(time, book.managerAt(time), 'CloseDeal', { dealId, outcome: 'won', ...reason })) return undefined;
  follow(book, time, dealId);
  return { time, lines: ready.lines, dealId };
};
