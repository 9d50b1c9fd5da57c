import type { QuoteEvent } from '@annals/contracts-quotes';
import {
  instant,
  onEach,
  party,
  revised,
  text,
  view,
  whenKnown,
  type Of,
  type RecordedEvent,
} from '@annals/event-sourcing';
import { percentOff } from './quote-answer.js';
import { PROGRESS } from './quote-steps.js';
import { quoteVersion, type QuoteVersionDocument } from './quote.js';

/** The key of a version. */
export const versionKey = (quoteId: string, version: number): string => `${quoteId}:v${version}`;

type Prepared = Of<QuoteEvent, 'QuoteDrafted' | 'QuoteRevised'>;

const prepared = ({ data, occurredAt: preparedAt }: RecordedEvent<Prepared>) => ({
  ...{ ...data, versionId: versionKey(data.quoteId, data.version) },
  ...{ preparedAt, sentAt: null, sentBy: null },
});

/** One document for each version of a quote: all that it says. What was sent does not change. */
export const quoteVersions = view<QuoteEvent, QuoteVersionDocument>()({
  name: 'quote-versions',
  version: 1,
  key: ({ data }) => versionKey(data.quoteId, data.version),
  on: revised<QuoteEvent, QuoteVersionDocument>({
    ...onEach(
      PROGRESS,
      whenKnown<QuoteEvent, QuoteVersionDocument>((known) => known),
    ),
    QuoteDrafted: (_, event) => prepared(event),
    QuoteRevised: (_, event) => prepared(event),
    QuoteSent: whenKnown((known, { data: { sentBy }, occurredAt: sentAt }) => ({ ...known, sentAt, sentBy })),
  }),
  fields: {
    customer: text(({ customerId }) => customerId),
    quote: text(({ quoteId }) => quoteId),
    owner: party(({ owner }) => owner?.id ?? null),
    preparedAt: instant(({ preparedAt }) => preparedAt),
  },
  indexes: [['preparedAt'], ['quote', 'preparedAt'], ['customer', 'preparedAt']],
  personal: ['title', 'paymentTerms', 'recipient', 'notes'],
  revision: ({ revision }) => revision,
  answer: {
    schema: quoteVersion,
    of: ({ revision: _, ...shown }) => ({ ...shown, discountPercent: percentOff(shown.totals) }),
  },
  list: {
    path: 'quote-versions',
    summary: { en: 'List versions of quotes with all that they say', zh: '列出报价单各版本的完整内容' },
    record: {
      ...{
        name: 'QuoteVersion',
        en: 'version of a quote',
        zh: '报价单版本',
        id: 'versionId',
        schema: 'NamedQuoteVersion',
      },
      one: { en: 'Get a version of a quote as it is printed', zh: '查看报价单某一版本的打印内容' },
    },
    needs: 'quotes.read',
    filters: ['quote', 'customer', 'owner'],
    names: { customerName: 'customer' },
    sorts: ['preparedAt'],
    most: 100,
  },
});
