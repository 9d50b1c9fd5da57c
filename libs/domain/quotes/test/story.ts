import { daysIn } from '@annals/analytics';
import { CustomerRegistered } from '@annals/contracts-customers';
import { DealOpened, type DealTerms } from '@annals/contracts-deals';
import { RolesGranted } from '@annals/contracts-organisation';
import { PriceSet, ProductAdded } from '@annals/contracts-products';
import * as contracts from '@annals/contracts-quotes';
import type { Role } from '@annals/contracts-values';
import { scenarios } from '@annals/testing';
import { quoteBy } from '../src/quote.decider.js';
import type { Settings } from '../src/quote.rules.js';

export const settings: Settings = {
  dayOf: daysIn('Asia/Shanghai').dayOf,
  rates: { standard: '13', reduced: '9', zero: '0', exempt: '0', 'DE.standard': '19' },
  limits: { discounts: { sales: '10', manager: '30' }, totals: { 'sales.CNY': '5000', 'manager.CNY': '9000' } },
};

export const given = scenarios(quoteBy(settings));

export const about = { quoteId: 'q-1', customerId: 'u-1', dealId: 'd-1' };
export const [anna, max] = [{ id: 'anna', name: 'Anna' }, { id: 'max' }];

export const registered = (customerId = 'u-1') =>
  CustomerRegistered.event({ customerId, profile: { kind: 'organisation', name: 'Acme', roles: ['prospect'] } });

const dealLine = { lineId: 'd-1:l1', product: 'Chai', quantity: '10.00', unitPrice: '9.80' };
export const dealLines: DealTerms['lines'] = [{ ...dealLine, discount: '0.05', net: '93.10' }];
export const opened = (more: object = {}) =>
  DealOpened.event({
    ...{ dealId: 'd-1', customerId: 'u-1', title: '茶叶', value: { amount: '93.10', currency: 'CNY' } },
    ...{ lines: dealLines, owner: anna, country: 'CN', region: null, expectedCloseDate: null, attributes: {} },
    ...{ step: 'negotiation' as const, ...more },
  });
const entry = {
  ...{ nameZh: null, code: null, description: null, category: null, unit: 'box' },
  ...{ activeFrom: null, activeUntil: null, substitutes: [], bundle: [], attributes: {} },
};
export const product = (more: object = {}) =>
  ProductAdded.event({ ...entry, productId: 'p-1', name: 'Chai', taxClass: 'reduced', ...more });
const steps = [
  { quantity: '1', unitPrice: '12.00' },
  { quantity: '10', unitPrice: '10.00' },
];
export const price = PriceSet.event({
  ...{ productId: 'p-1', priceId: 'pr-1', priceListId: 'standard', segment: null, currency: 'CNY' },
  ...{ from: '2026-01-01', until: null, steps },
});
export const roles = (userId: string, ...after: readonly Role[]) =>
  RolesGranted.event({ userId, before: [], after: [...after] });

export const line = {
  ...{ lineId: 'q-1:l1', product: 'Chai', quantity: '10.00', unitPrice: '9.80' },
  ...{ discount: { kind: 'percent' as const, value: '5.00' }, taxClass: 'standard' as const },
  ...{ gross: '98.00', net: '93.10' },
};
export const totals = {
  ...{ list: '98.00', subtotal: '93.10', discount: '0.00', net: '93.10' },
  ...{ taxes: [{ taxClass: 'standard' as const, rate: '13', base: '93.10', tax: '12.10' }], tax: '12.10' },
  total: '105.20',
};
export const terms = {
  ...{ title: '茶叶', currency: 'CNY', lines: [line], discount: null, taxRegion: 'CN', validUntil: '2026-01-31' },
  ...{ paymentTerms: null, recipient: null, notes: null, owner: anna, totals },
};
export const value = { currency: 'CNY', totals };

export const drafted = (more: object = {}) =>
  contracts.QuoteDrafted.event({ ...about, number: null, version: 1, ...terms, preparedBy: anna, ...more });
export const revised = (version: number, more: object = {}) =>
  contracts.QuoteRevised.event({ ...about, number: null, version, ...terms, preparedBy: anna, ...more });
const request = { version: 1, requestId: 'ar-1', requestedBy: anna };
export const requested = (more: object = {}) =>
  contracts.QuoteApprovalRequested.event({ ...about, ...request, remark: null, ...value, ...more });
export const approved = (more: object = {}) =>
  contracts.QuoteApproved.event({ ...about, ...request, decidedBy: max, remark: null, ...value, ...more });
export const refused = (more: object = {}) =>
  contracts.QuoteApprovalRefused.event({ ...about, ...request, decidedBy: max, reason: '过高', ...value, ...more });
export const sent = (version = 1, more: object = {}) =>
  contracts.QuoteSent.event({ ...about, version, sentBy: anna, validUntil: '2026-01-31', ...value, ...more });
export const accepted = (version = 1, more: object = {}) =>
  contracts.QuoteAccepted.event({
    ...{ ...about, number: null, version, acceptedBy: '王芳', reference: null, ...value, lines: [line], ...more },
  });
export const declined = (version = 1) =>
  contracts.QuoteDeclined.event({ ...about, version, reason: '价格过高', ...value });
export const withdrawn = (version = 1) => contracts.QuoteWithdrawn.event({ ...about, version, reason: '停售' });
export const expired = (version = 1) =>
  contracts.QuoteExpired.event({ ...about, version, validUntil: '2026-01-31', ...value });

export const draft = (more: object = {}) =>
  ({ type: 'DraftQuote', ...about, validUntil: '2026-01-31', preparedBy: anna, ...more }) as const;
export const revise = (more: object = {}) =>
  ({ type: 'ReviseQuote', quoteId: 'q-1', preparedBy: anna, ...more }) as const;
export const request1 = (more: object = {}) =>
  ({ type: 'RequestQuoteApproval', quoteId: 'q-1', requestId: 'ar-1', requestedBy: anna, ...more }) as const;
export const approve = (more: object = {}) =>
  ({ type: 'ApproveQuote', quoteId: 'q-1', requestId: 'ar-1', decidedBy: max, ...more }) as const;
export const refuse = (more: object = {}) =>
  ({
    type: 'RefuseQuoteApproval',
    quoteId: 'q-1',
    requestId: 'ar-1',
    reason: '过高',
    decidedBy: max,
    ...more,
  }) as const;
export const send = (more: object = {}) => ({ type: 'SendQuote', quoteId: 'q-1', sentBy: anna, ...more }) as const;
export const accept = (more: object = {}) =>
  ({ type: 'AcceptQuote', quoteId: 'q-1', acceptedBy: '王芳', ...more }) as const;
export const decline = (more: object = {}) =>
  ({ type: 'DeclineQuote', quoteId: 'q-1', reason: '价格过高', ...more }) as const;
export const withdraw = (more: object = {}) =>
  ({ type: 'WithdrawQuote', quoteId: 'q-1', reason: '停售', ...more }) as const;
export const expire = (version = 1, validUntil = '2026-01-31') =>
  ({ type: 'ExpireDueQuote', quoteId: 'q-1', version, validUntil }) as const;
