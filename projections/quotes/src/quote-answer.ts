import { acceptedIn, statusIn, statusOf, type Totals } from '@annals/contracts-quotes';
import { compareDecimals, divide, multiply, subtract } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import type { z } from 'zod';
import type { quote, QuoteDocument, Version } from './quote.js';

type Answer = Immutable<z.output<typeof quote>>;

/** What the net value is below that at list prices, in percent. */
export const percentOff = ({ list, net }: Pick<Totals, 'list' | 'net'>): string =>
  compareDecimals(list, '0') === 0 ? '0.00' : divide(multiply(subtract(list, net), '100'), list, 2);

const NO_END = { endedAt: null, acceptedBy: null, reference: null, reason: null };

const endOf = ({ end }: Version) => {
  if (!end) return NO_END;
  const { kind, at: endedAt, said, reference } = end;
  return kind === 'accepted'
    ? { endedAt, acceptedBy: said, reference, reason: null }
    : { endedAt, acceptedBy: null, reference: null, reason: said };
};

const shownOf = (known: Version, versions: readonly Version[]): Answer['versions'][number] => {
  const { version, currency, totals, validUntil, preparedBy, preparedAt, sentAt, sentBy } = known;
  const superseded = versions.some((later) => later.version > version && later.sentAt !== null);
  const shown = { version, currency, totals, validUntil, preparedBy, preparedAt, sentAt, sentBy };
  return { ...shown, ...endOf(known), status: statusOf(known), superseded };
};

/** The last version, which a quote is shown by. */
export const lastOf = ({ versions }: Pick<QuoteDocument, 'versions'>): Version => versions.at(-1)!;

/** The version that says how the quote ended: the accepted one, or else the last one. */
export const endingOf = ({ versions }: Pick<QuoteDocument, 'versions'>): Version =>
  acceptedIn(versions) ?? versions.at(-1)!;

export const answerOf = ({ revision: _, versions, ...said }: QuoteDocument): Answer => {
  const { version, preparedBy, preparedAt, sentAt, approval } = lastOf({ versions });
  return {
    ...{ ...said, version, preparedBy, preparedAt, sentAt, approval, status: statusIn(versions) },
    ...{ ...endOf(endingOf({ versions })), discountPercent: percentOff(said.totals) },
    acceptedVersion: acceptedIn(versions)?.version ?? null,
    versions: versions.map((each) => shownOf(each, versions)),
  };
};
