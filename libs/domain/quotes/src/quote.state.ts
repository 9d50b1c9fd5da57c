import {
  BEGUN,
  progress,
  QUOTE_LINES,
  quoteTerms,
  withVersion,
  type Progress,
  type QuoteEvent,
  type QuoteTerms,
} from '@annals/contracts-quotes';
import { lastNumber, membersOf, type Staff } from '@annals/contracts-values';
import type { Decider, Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<QuoteEvent, Type>['data'];

/** What moves a quote on, in the order of its life. */
export type Move = 'draft' | 'revision' | 'request' | 'decision' | 'sending' | 'withdrawal';

/** A version with its terms. */
export type Version = Progress & {
  readonly terms: QuoteTerms;
  readonly preparedBy: Staff | null;
  /** All users who prepared it. */
  readonly authors: readonly string[];
};

export type Drafted = {
  readonly drafted: DataOf<'QuoteDrafted'>;
  readonly versions: readonly Version[];
  /** The highest number that a line has ever had. */
  readonly lastLine: number;
  /** The last fact that moved the quote on. */
  readonly moved: { readonly by: Move; readonly at: string };
};

/** `null` until it is drafted. */
export type Quote = Drafted | null;

/** The terms in an event. */
export const termsIn = (data: QuoteTerms): QuoteTerms => membersOf(quoteTerms.shape, data);
const authorOf = ({ preparedBy }: Pick<DataOf<'QuoteDrafted'>, 'preparedBy'>) => (preparedBy ? [preparedBy.id] : []);

// What is said of a quote that was never drafted changes nothing.
const changed =
  <Data>(step: (quote: Drafted, data: Data, at: string) => Partial<Drafted>) =>
  (quote: Quote, data: Data, { occurredAt }: { readonly occurredAt: string }): Quote =>
    quote && { ...quote, ...step(quote, data, occurredAt) };

const revised = (versions: readonly Version[], data: DataOf<'QuoteRevised'>): readonly Version[] => {
  const before = versions.find(({ version }) => version === data.version)?.authors ?? [];
  const authors = [...new Set([...before, ...authorOf(data)])];
  return withVersion(versions, {
    ...BEGUN,
    version: data.version,
    terms: termsIn(data),
    preparedBy: data.preparedBy,
    authors,
  });
};

/** The step of an event that says what has become of a version; with `by` it moves the quote on. */
const progressed = <Type extends keyof typeof progress>(type: Type, by?: Move) =>
  changed<DataOf<Type>>(({ versions }, data, at) => ({
    versions: (progress[type] as (versions: readonly Version[], data: DataOf<Type>, at: string) => readonly Version[])(
      versions,
      data,
      at,
    ),
    ...(by && { moved: { by, at } }),
  }));

export const evolve: Decider<never, Quote, QuoteEvent>['evolve'] = {
  QuoteDrafted: (_, drafted, { occurredAt: at }) => ({
    drafted,
    versions: revised([], drafted),
    lastLine: lastNumber(QUOTE_LINES, drafted.quoteId, drafted.lines),
    moved: { by: 'draft', at },
  }),
  QuoteRevised: changed(({ versions, lastLine }, data, at) => ({
    versions: revised(versions, data),
    lastLine: lastNumber(QUOTE_LINES, data.quoteId, data.lines, lastLine),
    moved: { by: 'revision', at },
  })),
  QuoteApprovalRequested: progressed('QuoteApprovalRequested', 'request'),
  QuoteApproved: progressed('QuoteApproved', 'decision'),
  QuoteApprovalRefused: progressed('QuoteApprovalRefused', 'decision'),
  QuoteSent: progressed('QuoteSent', 'sending'),
  QuoteAccepted: progressed('QuoteAccepted'),
  QuoteDeclined: progressed('QuoteDeclined'),
  QuoteExpired: progressed('QuoteExpired'),
  QuoteWithdrawn: progressed('QuoteWithdrawn', 'withdrawal'),
};
