import { totals } from '../test/story.js';
import { discountIn, discountLimits, mayOffer, totalLimits } from './quote.limits.js';

describe('limits', () => {
  const limits = { discounts: { sales: '10' }, totals: { 'sales.CNY': '100' } };
  const of = (net: string, total: string, currency = 'CNY') => ({
    currency,
    totals: { ...totals, list: '100.00', net, total },
  });

  it('are exact, and of the role with the highest ones', () => {
    expect(mayOffer(['sales'], of('90.00', '100.00'), limits)).toBe(true);
    expect(mayOffer(['sales'], of('89.99', '100.00'), limits)).toBe(false);
    expect(mayOffer(['sales'], of('90.00', '100.01'), limits)).toBe(false);
    expect(mayOffer(['sales'], of('90.00', '1.00', 'EUR'), limits)).toBe(false);
    expect(mayOffer(['service', 'sales'], of('90.00', '100.00'), limits)).toBe(true);
  });

  it('let nobody give a discount without one, nor send anything where totals are limited', () => {
    expect(mayOffer([], of('99.99', '1.00'), { ...limits, totals: {} })).toBe(false);
    expect(mayOffer([], of('100.00', '1.00'), { ...limits, totals: {} })).toBe(true);
    expect(mayOffer([], of('100.00', '1.00'), limits)).toBe(false);
    expect(mayOffer(['service'], of('100.00', '900.00'), limits)).toBe(true);
  });

  it('are of a discount in percent; of nothing there is none', () => {
    expect(discountIn({ ...totals, list: '0.00', net: '0.00' })).toBe('0.00');
    expect(discountIn({ ...totals, list: '3.00', net: '2.00' })).toBe('33.33');
  });

  it('are read by role', () => {
    expect(discountLimits.read('sales=10, manager=30.5')).toEqual({ sales: '10', manager: '30.5' });
    expect(discountLimits.read('none')).toEqual({});
    expect(totalLimits.read('sales.CNY=100000,sales.EUR=1000.50')).toEqual({
      'sales.CNY': '100000',
      'sales.EUR': '1000.50',
    });
  });

  it.each(['', 'sales', 'sales=101', 'boss=10', 'sales=10,sales=20'])('of discounts are refused as "%s"', (text) =>
    expect(discountLimits.read(text)).toBeUndefined(),
  );

  it.each(['sales=10', 'sales.CNY=x', 'boss.CNY=10'])('of totals are refused as "%s"', (text) =>
    expect(totalLimits.read(text)).toBeUndefined(),
  );
});
