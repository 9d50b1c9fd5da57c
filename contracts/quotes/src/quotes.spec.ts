import { personalPaths, samplesContract } from '@annals/testing';
import { orderOf, quoteContracts } from './index.js';

samplesContract(quoteContracts, `${import.meta.dirname}/../samples`);

it('marks texts about the customer and names of employees as personal', () => {
  const terms = ['title', 'paymentTerms', 'recipient', 'notes', 'owner.name (employee)', 'preparedBy.name (employee)'];
  const decision = ['requestedBy.name (employee)', 'decidedBy.name (employee)'];
  expect(personalPaths(quoteContracts)).toEqual({
    ...{ QuoteDrafted: terms, QuoteRevised: terms },
    QuoteApprovalRequested: ['requestedBy.name (employee)', 'remark'],
    QuoteApproved: [...decision, 'remark'],
    QuoteApprovalRefused: [...decision, 'reason'],
    QuoteSent: ['sentBy.name (employee)'],
    QuoteAccepted: ['acceptedBy', 'reference'],
    QuoteDeclined: ['reason'],
    QuoteWithdrawn: ['reason'],
    QuoteExpired: [],
  });
});

it('derives the id of the order from that of the quote', () => expect(orderOf('q-1')).toBe('quote:q-1'));
