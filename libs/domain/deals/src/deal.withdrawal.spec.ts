import { DealClosed, DealOpened, DealWithdrawn } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';

const given = scenarios(deal);
const ids = { dealId: 'd-1', customerId: 'c-1' };
const line = { lineId: 'l-1', product: 'Meter', quantity: '1.00', unitPrice: '10.00', discount: '0.00', net: '10.00' };
const terms = {
  ...{ ...ids, title: 'Meters', value: { amount: '10.00', currency: 'EUR' }, lines: [line], owner: null },
  ...{ country: null, region: null, expectedCloseDate: null, attributes: {}, step: 'negotiation' as const },
};
const opened = DealOpened.event(terms);
const closed = DealClosed.event({ ...terms, outcome: 'won', reason: null, competitor: null });
const withdraw = { type: 'WithdrawDeal', dealId: ids.dealId } as const;
const withdrawn = (lines: number) => DealWithdrawn.event({ ...ids, lines });

describe('a deal', () => {
  it('is taken back while it is open', () => given(opened).when(withdraw).then(withdrawn(0)));
  it('is taken back with the lines of its close', () => given(opened, closed).when(withdraw).then(withdrawn(1)));
  it('is taken back once', () => given(opened, withdrawn(0)).when(withdraw).thenNothing());
});
