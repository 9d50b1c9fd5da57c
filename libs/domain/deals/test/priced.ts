import { CustomerRegistered } from '@annals/contracts-customers';
import { DealOpened, type DealLine } from '@annals/contracts-deals';
import { PriceSet, ProductAdded, ProductWithdrawn } from '@annals/contracts-products';

export const ids = { dealId: 'd-1', customerId: 'u-1' };
export const { dealId } = ids;
export const registered = CustomerRegistered.event({
  customerId: 'u-1',
  profile: { kind: 'person', name: '王芳', roles: ['prospect'] },
});
export const added = (productId: string, said: object = {}) =>
  ProductAdded.event({
    ...{ productId, name: productId, nameZh: null, code: null, description: null, category: null, unit: 'box' },
    taxClass: 'standard',
    ...{ activeFrom: null, activeUntil: null, substitutes: ['p-2'], bundle: [], attributes: {} },
    ...said,
  });
export const priced = (unitPrice: string, from: string, until: string | null, productId = 'p-1') =>
  PriceSet.event({
    ...{ productId, priceId: from, priceListId: 'standard', segment: null, currency: 'EUR', from, until },
    steps: [
      { quantity: '1.00', unitPrice },
      { quantity: '10.00', unitPrice: '1.50' },
    ],
  });
export const catalogue = [added('p-1'), priced('2.00', '2026-01-01', '2026-01-31'), priced('3.00', '2026-02-01', null)];
export const withdrawn = ProductWithdrawn.event({ productId: 'p-1', from: '2026-01-04', reason: 'old' });
export const listed = (unitPrice: string, priceId = '2026-01-01') => ({ unitPrice, priceListId: 'standard', priceId });

export const terms = {
  ...{ title: 'Tea', owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} },
};
export const lineOf = (said: Partial<DealLine> = {}): DealLine => ({
  ...{ lineId: 'd-1:l1', product: 'Tea', productId: 'p-1', quantity: '2.00', unitPrice: '2.00', discount: '0.00' },
  ...{ net: '4.00', listPrice: listed('2.00') },
  ...said,
});
export const opened = (line: DealLine) =>
  DealOpened.event({
    ...{ ...ids, ...terms, lines: [line], value: { amount: line.net, currency: 'EUR' }, step: 'need-found' },
  });
export const sent = { product: 'Tea', productId: 'p-1', quantity: '2' };
export const open = (line: object = {}) => ({
  type: 'OpenDeal' as const,
  ...{ ...ids, title: 'Tea', currency: 'EUR', owner: null },
  lines: [{ ...sent, ...line }],
});
