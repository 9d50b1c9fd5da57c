import { daysIn } from '@annals/analytics';
import { DealOpened } from '@annals/contracts-deals';
import { dealOn } from '../src/deal.decider.js';

export const deal = dealOn(daysIn('UTC'));

/** A deal without lines: whose it is, its terms, and its first event. */
export const about = { dealId: 'd-1', customerId: 'u-1' };
export const terms = {
  ...{ title: '茶叶', value: { amount: '98.00', currency: 'CNY' }, lines: [], owner: null, country: null },
  ...{ region: null, expectedCloseDate: null, attributes: {} },
};
export const opened = DealOpened.event({ ...about, ...terms, step: 'intent' });
