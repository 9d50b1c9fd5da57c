import { DealOpened } from '@annals/contracts-deals';
import { fold } from '@annals/event-sourcing';
import { deal } from '../test/deal.js';

const ids = { dealId: 'd-1', customerId: 'u-1' };
const value = { amount: '100.00', currency: 'USD' };
const blank = { lines: [], owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} };
const opened = DealOpened.event({ ...ids, ...blank, title: 'Meters', value, step: 'need-found' });
const again = (more: object) =>
  deal.updates!.OpenDeal!({ type: 'OpenDeal', ...ids, title: 'Meters', value, ...more }, fold(deal, [opened]));

it('a deal that is imported again with other terms changes them', () =>
  expect(again({ title: 'Pumps' })).toMatchObject({
    type: 'ChangeDeal',
    fields: { dealId: 'd-1', title: 'Pumps', value },
  }));

it.each([{}, { value: { amount: '100', currency: 'USD' } }])('a deal with the same terms changes nothing: %j', (more) =>
  expect(again(more)).toBeUndefined(),
);
