import { DealAdvanced, DealClosed } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { about, deal, opened, terms } from '../test/deal.js';

const given = scenarios(deal);
const advanced = (from: 'intent' | 'trading', to: 'trading' | 'collection') =>
  DealAdvanced.event({ ...about, from, to, reason: null });
const closed = DealClosed.event({
  ...{ ...about, ...terms, step: 'intent', outcome: 'lost', reason: 'price', competitor: null },
});
const begin = { type: 'BeginTrading', dealId: 'd-1' } as const;
const at = (day: number) => `2026-01-0${day}T09:00:00.000Z`;

it('an open deal is trading once its quote was accepted', () =>
  given(opened).when(begin).then(advanced('intent', 'trading')));

it('stays where it is if it has come so far, is closed or was moved on later', () => {
  given().when(begin).thenNothing();
  given(opened, advanced('intent', 'trading')).when(begin).thenNothing();
  given(opened, advanced('intent', 'trading'), advanced('trading', 'collection')).when(begin).thenNothing();
  given(opened, closed).when(begin).thenNothing();
  given(opened, { ...advanced('intent', 'collection'), occurredAt: at(4) })
    .when(begin, new Date(at(3)))
    .thenNothing();
  given({ ...opened, occurredAt: at(4) })
    .when(begin, new Date(at(3)))
    .thenNothing();
});
