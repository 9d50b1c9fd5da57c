import type { DealEvent } from '@annals/contracts-deals';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { Deal, Deals } from './page.js';
import { minus, NONE, plus } from './tally.js';

const MOST_CLOSED = 20;

export const NO_DEALS: Deals = { open: NONE, won: NONE, lost: NONE, openDeals: [], closedDeals: [] };

// Open deals are all kept: they are few, and the sum over them stays right whatever changes.
const withOpen = (deals: Deals, openDeals: readonly Deal[]): Deals => ({
  ...deals,
  openDeals,
  open: openDeals.reduce((tally, { value }) => plus(tally, value), NONE),
});

const others = <D extends Deal>(deals: readonly D[], dealId: string) => deals.filter((deal) => deal.dealId !== dealId);

const changed = (deals: Deals, dealId: string, change: Partial<Deal>): Deals =>
  withOpen(
    deals,
    deals.openDeals.map((deal) => (deal.dealId === dealId ? { ...deal, ...change } : deal)),
  );

const cardOf = ({ dealId, title, value, step, owner, expectedCloseDate }: Deal): Deal => ({
  dealId,
  title,
  value,
  step,
  owner,
  expectedCloseDate,
});

export const dealOpened = (deals: Deals, event: RecordedEvent<Of<DealEvent, 'DealOpened'>>): Deals =>
  withOpen(deals, [cardOf(event.data), ...others(deals.openDeals, event.data.dealId)]);

export const dealAdvanced = (deals: Deals, { data }: RecordedEvent<Of<DealEvent, 'DealAdvanced'>>): Deals =>
  changed(deals, data.dealId, { step: data.to });

export const dealChanged = (deals: Deals, { data }: RecordedEvent<Of<DealEvent, 'DealChanged'>>): Deals => {
  const { title, value, owner, expectedCloseDate } = data.after;
  const change = Object.entries({ title, value, owner, expectedCloseDate }).filter(([, after]) => after !== undefined);
  return changed(deals, data.dealId, Object.fromEntries(change));
};

export const dealClosed = (deals: Deals, event: RecordedEvent<Of<DealEvent, 'DealClosed'>>): Deals => {
  const { dealId, outcome, value } = event.data;
  const deal = { ...cardOf(event.data), outcome, closedAt: event.occurredAt };
  return {
    ...withOpen(deals, others(deals.openDeals, dealId)),
    [outcome]: plus(deals[outcome], value),
    closedDeals: [deal, ...deals.closedDeals].slice(0, MOST_CLOSED),
  };
};

export const dealReopened = (deals: Deals, event: RecordedEvent<Of<DealEvent, 'DealReopened'>>): Deals => {
  const { dealId, outcome, value } = event.data;
  return {
    ...withOpen(deals, [cardOf(event.data), ...others(deals.openDeals, dealId)]),
    [outcome]: minus(deals[outcome], value),
    closedDeals: others(deals.closedDeals, dealId),
  };
};
