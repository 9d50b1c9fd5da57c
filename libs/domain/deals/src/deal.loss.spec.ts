import { CustomerLost } from '@annals/contracts-customers';
import { DealAdvanced, DealClosed, DealOpened, DealReopened } from '@annals/contracts-deals';
import { recorded, scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';
import { loseDeals } from './loss.policy.js';

const given = scenarios(deal);
const ids = { dealId: 'd-1', customerId: 'c-1' };
const terms = {
  ...{ title: 'Meters', value: { amount: '10.00', currency: 'EUR' }, lines: [], owner: { id: 'anna' } },
  ...{ country: null, region: null, expectedCloseDate: null, attributes: {} },
};
const opened = DealOpened.event({ ...ids, ...terms, step: 'intent' });
const advanced = DealAdvanced.event({ ...ids, from: 'intent', to: 'negotiation', reason: null });
const lose = { type: 'LoseDeal', dealId: ids.dealId, reason: 'Moved away.', competitor: 'Other Power' } as const;
const closing = { step: 'intent', reason: 'Moved away.', competitor: 'Other Power' } as const;
const lost = DealClosed.event({ ...ids, ...terms, outcome: 'lost', ...closing });
const won = DealClosed.event({ ...ids, ...terms, outcome: 'won', ...closing });
const { title, value, owner, expectedCloseDate } = terms;
const reopened = DealReopened.event({
  ...{
    ...ids,
    reason: 'Came back.',
    outcome: 'lost',
    lines: 0,
    step: 'intent',
    title,
    value,
    owner,
    expectedCloseDate,
  },
});

const before = new Date('1969-01-01');

describe('an open deal of a customer who is lost', () => {
  it('is lost for the same reason, to the same competitor', () => given(opened).when(lose).then(lost));

  it('is lost without a competitor if none is known', () =>
    given(opened)
      .when({ type: 'LoseDeal', dealId: ids.dealId, reason: 'Moved away.' })
      .then(DealClosed.event({ ...lost.data, competitor: null })));

  it('is lost again with its customer after it was reopened', () =>
    given(opened, lost, reopened).when(lose).then(lost));

  it('stays open if it was opened after the loss', () => given(opened).when(lose, before).thenNothing());

  it('stays open if it moved on after the loss', () => given(opened, advanced).when(lose, before).thenNothing());

  it('is lost once', () => given(opened, lost).when(lose).thenNothing());

  it('is not lost once more for another reason', () =>
    given(opened, lost)
      .when({ ...lose, reason: 'Price.' })
      .thenRejected('DealAlreadyClosed', { outcome: 'lost' }));

  it('stays won if it was won before', () =>
    given(opened, won).when(lose).thenRejected('DealAlreadyClosed', { outcome: 'won' }));

  it('is known', () => given().when(lose).thenRejected('DealUnknown', { dealId: ids.dealId }));
});

it('is sent for each open deal of the customer, with the reason of the loss', () => {
  const [event] = recorded([
    CustomerLost.event({ customerId: 'c-1', reason: 'Moved away.', competitor: 'Other Power' }),
  ]);
  expect(loseDeals.on.CustomerLost!(event as never)).toEqual([
    { field: 'customer', is: 'c-1' },
    { field: 'status', is: 'open' },
  ]);
  const { type: _, ...fields } = lose;
  expect(loseDeals.send({ dealId: 'd-1' } as never, event as never)).toMatchObject([{ type: 'LoseDeal', fields }]);
});
