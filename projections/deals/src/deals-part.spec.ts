import { DealAdvanced, DealChanged, DealClosed, DealOpened, DealReopened } from '@annals/contracts-deals';
import type { Event } from '@annals/event-sourcing';
import { partAfter, recorded } from '@annals/testing';
import { dealsPart } from './deals-part.js';

const customerId = 'u-1';
const after = (...events: Event[]) => partAfter(dealsPart, recorded(events)).deals;

const about = (dealId: string) => ({ dealId, customerId });
const euro = (amount: string) => ({ amount, currency: 'EUR' });
const terms = {
  ...{ title: 'Pump', value: euro('0.10'), lines: [], owner: { id: 'e-5' }, country: null, region: null },
  ...{ expectedCloseDate: null, attributes: {} },
};
const opened = (dealId: string, value = euro('0.10')) =>
  DealOpened.event({ ...about(dealId), ...terms, value, step: 'need-found' });
const closed = (dealId: string, outcome: 'won' | 'lost', value = euro('0.10')) =>
  DealClosed.event({
    ...{ ...about(dealId), ...terms, value, outcome, step: 'trading' },
    ...{ reason: null, competitor: null },
  });
const reopened = (dealId: string, outcome: 'won' | 'lost' = 'won', value = euro('0.10')) => {
  const { title, owner, expectedCloseDate } = terms;
  const again = { title, owner, expectedCloseDate, step: 'trading' as const };
  return DealReopened.event({ ...about(dealId), reason: 'cancelled', outcome, value, lines: 0, ...again });
};
const NONE = { count: 0, values: {} };

it('lists open deals with their exact value per currency', () => {
  const inDollars = opened('c', { amount: '5', currency: 'USD' });
  expect(after(opened('a'), opened('b', euro('0.20')), inDollars)).toMatchObject({
    open: { count: 3, values: { EUR: '0.30', USD: '5.00' } },
    openDeals: [
      { dealId: 'c' },
      { dealId: 'b' },
      { dealId: 'a', title: 'Pump', step: 'need-found', owner: { id: 'e-5' } },
    ],
  });
});

it('follows step and terms of an open deal alone', () => {
  const advanced = DealAdvanced.event({ ...about('a'), from: 'need-found', to: 'intent', reason: null });
  const before = { value: euro('0.10') };
  const dearer = DealChanged.event({ ...about('a'), before, after: { value: euro('7') }, reason: null });
  const { open, openDeals } = after(opened('a'), opened('b'), advanced, dearer);
  expect(open).toEqual({ count: 2, values: { EUR: '7.10' } });
  expect(openDeals).toMatchObject([
    { dealId: 'b', step: 'need-found' },
    { dealId: 'a', step: 'intent', title: 'Pump' },
  ]);
});

it('adds up what was won and what was lost, with the value at the close', () => {
  const deals = after(opened('a'), opened('b'), closed('a', 'won', euro('9')), closed('b', 'lost'));
  expect(deals).toMatchObject({
    ...{ open: NONE, won: { count: 1, values: { EUR: '9.00' } }, lost: { count: 1, values: { EUR: '0.10' } } },
    ...{
      openDeals: [],
      closedDeals: [
        { dealId: 'b', outcome: 'lost' },
        { dealId: 'a', outcome: 'won' },
      ],
    },
  });
});

it('counts the deals that the list has, so that the figures of both are the same', () => {
  expect(after(closed('a', 'won'))).toMatchObject({ open: NONE, won: NONE, closedDeals: [] });
});

it('takes a reopened deal off the sum that it was in', () => {
  const both = [opened('a'), opened('b'), closed('a', 'won', euro('9')), closed('b', 'won', euro('1'))];
  const deals = after(...both, reopened('a', 'won', euro('9')));
  expect(deals).toMatchObject({
    ...{ won: { count: 1, values: { EUR: '1.00' } }, open: { count: 1, values: { EUR: '9.00' } } },
    openDeals: [{ dealId: 'a', step: 'trading' }],
  });
  expect(deals.openDeals[0]).not.toHaveProperty('outcome');
  expect(after(opened('a'), closed('a', 'lost'), reopened('a', 'lost')).lost).toEqual(NONE);
});

describe('of many closed deals', () => {
  const many = Array.from({ length: 25 }, (_, index) => [opened(`d-${index}`), closed(`d-${index}`, 'won')]).flat();

  it('lists the newest twenty, and sums up all', () => {
    expect(after(...many)).toMatchObject({ won: { count: 25, values: { EUR: '2.50' } } });
    expect(after(...many).closedDeals).toHaveLength(20);
  });

  it('opens any again, however long ago it was closed', () => {
    const deals = after(...many, reopened('d-0'));
    expect(deals).toMatchObject({ won: { count: 24, values: { EUR: '2.40' } }, openDeals: [{ dealId: 'd-0' }] });
    expect(deals.closedDeals).toHaveLength(20);
  });
});
