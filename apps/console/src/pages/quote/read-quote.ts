import { answerOf, api } from '../../api/client.js';

/** Reads a quote. */
export const readQuote = (quoteId: string) => (signal: AbortSignal) =>
  answerOf(api.GET('/v1/quotes/{quoteId}', { params: { path: { quoteId } }, signal }));
