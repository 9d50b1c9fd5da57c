import type { QuoteEvent, Totals } from '@annals/contracts-quotes';
import { joinedLine, moneyLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';

type Valued = { readonly version: number; readonly currency: string; readonly totals: Pick<Totals, 'total'> };

const line = ({ version, currency, totals: { total } }: Valued, said: string | null = null): string =>
  joinedLine(said, `v${version}`, moneyLine({ amount: total, currency }));

export const quoteLines: EventLines<QuoteEvent> = {
  QuoteDrafted: (data) => line(data, data.title),
  QuoteRevised: (data) => line(data, data.title),
  QuoteApprovalRequested: (data) => line(data, data.remark),
  QuoteApproved: (data) => line(data, data.remark),
  QuoteApprovalRefused: (data) => line(data, data.reason),
  QuoteSent: (data) => line(data),
  QuoteAccepted: (data) => line(data, data.acceptedBy),
  QuoteDeclined: (data) => line(data, data.reason),
  QuoteWithdrawn: ({ reason }) => reason,
  QuoteExpired: (data) => line(data),
};
