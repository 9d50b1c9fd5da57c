import { acceptedIn, standingIn, statusIn, statusOf, type QuoteTerms } from '@annals/contracts-quotes';
import { expectingAfter } from '@annals/contracts-values';
import { quoteProblems } from './quote.problems.js';
import type { Drafted, Quote, Version } from './quote.state.js';

const { reject } = quoteProblems;

type Sent = { readonly quoteId: string; readonly occurredAt?: string | undefined };
type OfVersion = Sent & { readonly version?: number | undefined };

/** Rejects with `QuoteUnknown`. */
export const known = (quote: Quote, quoteId: string): Drafted => quote ?? reject('QuoteUnknown', { quoteId });

/** Rejects a command that says that it happened before what it follows. */
export const expectAfter = expectingAfter((details) => reject('QuoteOccurredTooEarly', details));

export const lastOf = ({ versions }: Pick<Drafted, 'versions'>): Version => versions.at(-1)!;

/** The ids that every event has. */
export const aboutOf = ({ drafted: { quoteId, customerId, dealId } }: Drafted) => ({ quoteId, customerId, dealId });

/** What events repeat of the terms. */
export const valueOf = ({ currency, totals }: QuoteTerms) => ({ currency, totals });

/** Rejects with `QuoteEnded` what cannot follow an acceptance or a withdrawal. */
export const expectGoingOn = (found: Drafted): void => {
  const status = statusIn(found.versions);
  if (status === 'accepted' || status === 'withdrawn') reject('QuoteEnded', { status });
};

/** Rejects with `QuoteVersionNotCurrent`. */
export const expectVersion = ({ version }: OfVersion, current: Version): void => {
  if (version !== undefined && version !== current.version)
    reject('QuoteVersionNotCurrent', { version, current: current.version });
};

/** Rejects with `QuoteValidityOver`. */
export const expectValid = (validUntil: string, day: string): void => {
  if (day > validUntil) reject('QuoteValidityOver', { validUntil, day });
};

/** The version that the customer had when it answered. Rejects what it could not answer then. */
export const answered = (found: Drafted, command: OfVersion, at: Date, day: string): Version => {
  const { versions } = found;
  const moment = command.occurredAt === undefined ? undefined : at.toISOString();
  const standing = standingIn(versions, moment);
  if (!standing) {
    const first = versions.find(({ sentAt }) => sentAt !== null)?.sentAt ?? null;
    expectAfter(command, at, { by: 'sending', at: first });
    return reject('QuoteNotSent');
  }
  expectVersion(command, standing);
  expectUnanswered(found, standing, moment);
  expectValid(standing.terms.validUntil, day);
  return standing;
};

const expectUnanswered = ({ versions }: Drafted, { end, ...version }: Version, moment = '~') => {
  if (acceptedIn(versions)) reject('QuoteEnded', { status: 'accepted' });
  if (end?.kind === 'declined' || (end?.kind === 'withdrawn' && end.at <= moment))
    reject('QuoteEnded', { status: statusOf({ ...version, end }) });
};
