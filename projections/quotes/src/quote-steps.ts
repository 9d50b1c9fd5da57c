import { BEGUN, progress, quoteTerms, withVersion, type Progress, type QuoteEvent } from '@annals/contracts-quotes';
import { membersOf } from '@annals/contracts-values';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { QuoteDocument, Version } from './quote.js';

type Prepared = RecordedEvent<Of<QuoteEvent, 'QuoteDrafted' | 'QuoteRevised'>>;
type Unrevised = Omit<QuoteDocument, 'revision'>;

/** The versions after one was drafted or revised. */
export const prepared = (versions: readonly Version[], { data, occurredAt }: Prepared): readonly Version[] => {
  const { version, currency, totals, validUntil, preparedBy } = data;
  return withVersion(versions, {
    ...{ ...BEGUN, version, currency, totals, validUntil, preparedBy, preparedAt: occurredAt },
  });
};

export const termsIn = ({ data }: Prepared) => membersOf(quoteTerms.shape, data) as unknown as Unrevised;

type Kind = keyof typeof progress;
type Step<Known> = (versions: readonly Known[], data: object, at: string) => readonly Known[];

/** The versions after an event that says what has become of one. */
export const progressed = <Known extends Progress>(
  versions: readonly Known[],
  { type, data, occurredAt }: RecordedEvent<QuoteEvent>,
): readonly Known[] => (progress[type as Kind] as Step<Known>)(versions, data, occurredAt);

/** The types of these events. */
export const PROGRESS = Object.keys(progress) as readonly Kind[];
