import { dayAfter } from '@annals/analytics';
import { openIn, type QuoteEvent } from '@annals/contracts-quotes';
import { onEach, projection, whenKnown, type RecordedEvent } from '@annals/event-sourcing';
import { prepared, PROGRESS, progressed } from './quote-steps.js';
import type { Version } from './quote.js';

/** What time has to end of a quote: the version that the customer can still accept, and the day after its last one. */
export type QuoteDuty = {
  readonly quoteId: string;
  readonly versions: readonly Version[];
  readonly open: { readonly version: number; readonly validUntil: string } | null;
  readonly expiresOn: string | null;
};

const dutyOf = (quoteId: string, versions: readonly Version[]): QuoteDuty => {
  const open = openIn(versions);
  return {
    ...{ quoteId, versions },
    open: open ? { version: open.version, validUntil: open.validUntil } : null,
    expiresOn: open ? dayAfter(open.validUntil) : null,
  };
};

const step = whenKnown((duty: QuoteDuty, event: RecordedEvent<QuoteEvent>) =>
  dutyOf(duty.quoteId, progressed(duty.versions, event)),
);

/** One document for each quote, whatever the settings, for policies. */
export const quoteDuties = projection<QuoteEvent, QuoteDuty>()({
  name: 'quote-duties',
  version: 1,
  key: ({ data }) => data.quoteId,
  on: {
    ...onEach(PROGRESS, step),
    QuoteDrafted: (_: QuoteDuty | null, event) => dutyOf(event.data.quoteId, prepared([], event)),
    QuoteRevised: whenKnown((duty: QuoteDuty, event) => dutyOf(duty.quoteId, prepared(duty.versions, event))),
  },
  fields: { expiresOn: { of: ({ expiresOn }) => expiresOn } },
  indexes: [['expiresOn']],
});
