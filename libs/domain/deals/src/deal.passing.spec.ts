import { DealChanged, DealOpened, type DealTerms } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';

const given = scenarios(deal);
const ids = { dealId: 'd-1', customerId: 'c-1' };
const [anna, bo, max] = [{ id: 'anna', name: 'Anna' }, { id: 'bo' }, { id: 'max' }];
const blank = { lines: [], country: null, region: null, expectedCloseDate: null, attributes: {} };
const opened = (owner: DealTerms['owner']) =>
  DealOpened.event({
    ...{ ...ids, ...blank, title: 'Meters', value: { amount: '10.00', currency: 'EUR' }, owner, step: 'need-found' },
  });

describe('a deal that is handed over', () => {
  const pass = (userId: string) => ({ type: 'PassDeal', dealId: ids.dealId, userId, to: max }) as const;

  it('goes to the user who takes over', () =>
    given(opened(anna))
      .when(pass('anna'))
      .then(DealChanged.event({ ...ids, before: { owner: anna }, after: { owner: max }, reason: null })));

  it('is refused with another owner', () =>
    given(opened(bo)).when(pass('anna')).thenRejected('NotResponsible', { userId: 'anna' }));

  it('is passed once', () => given(opened(max)).when(pass('anna')).thenNothing());

  it('stays as it is if it was opened later', () =>
    given(opened(bo)).when(pass('anna'), new Date('1969-01-01')).thenNothing());
});
