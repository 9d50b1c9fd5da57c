import * as contracts from '@annals/contracts-quotes';
import type { QuoteEvent } from '@annals/contracts-quotes';
import fc from 'fast-check';

const about = { quoteId: 'q-1', customerId: 'u-1', dealId: 'd-1' };
const anna = { id: 'anna', name: 'Anna' };
const line = {
  ...{ lineId: 'q-1:l1', product: 'Chai', quantity: '10.00', unitPrice: '9.80', taxClass: 'zero' as const },
  ...{ gross: '98.00', net: '98.00' },
};
export const totals = (net: string) => ({
  ...{ list: '98.00', subtotal: net, discount: '0.00', net, tax: '0.00', total: net },
  taxes: [{ taxClass: 'zero' as const, rate: '0', base: net, tax: '0.00' }],
});
export const terms = {
  ...{ title: '茶叶', currency: 'CNY', lines: [line], discount: null, taxRegion: null, validUntil: '2026-01-31' },
  ...{ paymentTerms: '30 天', recipient: '王芳', notes: '谢谢', owner: anna, totals: totals('98.00') },
};
const value = { currency: 'CNY', totals: totals('98.00') };
const request = { version: 1, requestId: 'ar-1', requestedBy: anna };

export const drafted = contracts.QuoteDrafted.event({
  ...about,
  number: 'Q-7',
  version: 1,
  ...terms,
  preparedBy: anna,
});
export const plain = contracts.QuoteDrafted.event({
  ...{ ...about, number: null, version: 1, ...terms, owner: null, paymentTerms: null, recipient: null, notes: null },
  ...{ preparedBy: null, totals: { ...totals('0.00'), list: '0.00' } },
});
export const revised = (version: number) =>
  contracts.QuoteRevised.event({
    ...{ ...about, number: 'Q-7', version, ...terms, preparedBy: anna },
    ...{ title: '红茶', validUntil: '2026-02-28', totals: totals('49.00') },
  });
export const requested = contracts.QuoteApprovalRequested.event({ ...about, ...request, remark: '王芳', ...value });
export const approved = contracts.QuoteApproved.event({
  ...{ ...about, ...request, decidedBy: { id: 'max' }, remark: '给王芳', ...value },
});
export const refused = contracts.QuoteApprovalRefused.event({
  ...{ ...about, ...request, decidedBy: { id: 'max' }, reason: '不给王芳', ...value },
});
export const sent = (version = 1) =>
  contracts.QuoteSent.event({ ...about, version, sentBy: anna, validUntil: '2026-01-31', ...value });
export const accepted = (version = 1) =>
  contracts.QuoteAccepted.event({
    ...{ ...about, number: 'Q-7', version, acceptedBy: '王芳', reference: '王芳-1', ...value, lines: [line] },
  });
export const declined = contracts.QuoteDeclined.event({ ...about, version: 1, reason: '王芳不要', ...value });
export const withdrawn = contracts.QuoteWithdrawn.event({ ...about, version: 1, reason: '停售' });
export const expired = contracts.QuoteExpired.event({ ...about, version: 1, validUntil: '2026-01-31', ...value });

export const anyEvent = fc.constantFrom<QuoteEvent>(
  ...[drafted, plain, revised(1), revised(2), requested, approved, refused, sent(), sent(2)],
  ...[accepted(), accepted(2), declined, withdrawn, expired],
);
