import { answerOf, api } from '../../api/client.js';

/** Reads a deal. */
export const readDeal = (dealId: string) => (signal: AbortSignal) =>
  answerOf(api.GET('/v1/deals/{dealId}', { params: { path: { dealId } }, signal }));
