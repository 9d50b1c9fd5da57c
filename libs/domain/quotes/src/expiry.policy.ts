import { every, type Days } from '@annals/event-sourcing';
import { quoteDuties, type QuoteDuty } from '@annals/projections-quotes';
import { ExpireDueQuote } from './clock.commands.js';

/** Ends what the customer has not answered, on the day after the last one of its validity, in the company's calendar. */
export const expireQuotes = (days: Days) =>
  every({
    name: 'expire-quotes',
    summary: { en: 'Expire quotes on the day after the end of their validity', zh: '报价单有效期结束的次日将其过期' },
    view: quoteDuties,
    due: 'expiresOn',
    days,
    send: ({ quoteId, open }: QuoteDuty) => [
      ExpireDueQuote.of({ quoteId, version: open!.version, validUntil: open!.validUntil }),
    ],
  });
