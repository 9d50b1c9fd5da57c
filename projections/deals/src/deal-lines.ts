import type { DealEvent } from '@annals/contracts-deals';
import { moneyLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';

export const dealLines: EventLines<DealEvent> = {
  DealOpened: ({ title, value }) => `${title} · ${moneyLine(value)}`,
  DealAdvanced: ({ from, to }) => `${from} → ${to}`,
  DealChanged: ({ after }) => Object.keys(after).join(', '),
  SampleSent: ({ product, quantity }) => `${quantity} × ${product}`,
  DealClosed: ({ title, outcome, value }) => `${outcome} · ${title} · ${moneyLine(value)}`,
  DealReopened: ({ reason }) => reason,
  DealEstimated: ({ probability, reason }) => (probability === null ? reason : `${probability} % · ${reason}`),
  DealWithdrawn: ({ dealId }) => dealId,
};
