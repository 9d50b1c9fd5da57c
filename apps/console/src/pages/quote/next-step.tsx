import { day } from '../../design/dates.js';
import { useLanguage } from '../../words/language.js';
import { actsOn } from './next-acts.js';
import type { Quote, Status } from './quote-types.js';
import { useQuoteTexts } from './texts.js';
import { useCaller } from './use-caller.js';

const TEXTS = {
  draft: 'draftNext',
  'awaiting-approval': 'waitingNext',
  approved: 'approvedNext',
  refused: 'refusedNext',
  sent: 'sentNext',
  accepted: 'acceptedNext',
  declined: 'declinedNext',
  expired: 'expiredNext',
  withdrawn: 'withdrawnNext',
} as const satisfies Readonly<Record<Status, string>>;

/** What the quote waits for, in a sentence. */
export const NextStep = ({ quote }: { readonly quote: Quote }) => {
  const [t, language, caller] = [useQuoteTexts(), useLanguage(), useCaller()];
  const { status, validUntil, acceptedVersion } = quote;
  const isMine = actsOn(quote, caller).main === 'ApproveQuote';
  const values = { day: day(validUntil, language), version: acceptedVersion ?? '' };
  return <p className="page next-step muted">{t(isMine ? 'decideNext' : TEXTS[status], values)}</p>;
};
