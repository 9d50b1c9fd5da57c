import { DealChanged, DealOpened, type DealLine, type DealTerms } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';

const given = scenarios(deal);
const ids = { dealId: 'd-1', customerId: 'u-1' };
const { dealId } = ids;
const euro = (amount: string) => ({ amount, currency: 'EUR' });
const lineOf = (name: string, quantity: string, net: string): DealLine => ({
  ...{ lineId: `d-1:${name}`, product: name, quantity, unitPrice: '2.00', discount: '0.00', net },
});
const [tea, milk] = [lineOf('tea', '10.00', '20.00'), lineOf('milk', '1.00', '2.00')];
const terms: DealTerms = {
  ...{ title: 'Breakfast', value: euro('20.00'), lines: [tea], owner: null, country: null, region: null },
  ...{ expectedCloseDate: null, attributes: {} },
};
const opened = DealOpened.event({ ...ids, ...terms, step: 'intent' });
const changed = (
  before: readonly DealLine[],
  after: readonly DealLine[],
  values: readonly [string, string],
  reason: string | null = null,
) =>
  DealChanged.event({
    ...ids,
    before: { value: euro(values[0]), lines: [...before] },
    after: { value: euro(values[1]), lines: [...after] },
    reason,
  });
const added = changed([tea], [tea, milk], ['20.00', '22.00']);
const removed = changed([tea, milk], [tea], ['22.00', '20.00']);

const add = { type: 'AddDealLine', dealId, lineId: 'milk', product: 'milk', quantity: '1', unitPrice: '2' } as const;
const change = (lineId: string, quantity: string) => ({ type: 'ChangeDealLine', dealId, lineId, quantity }) as const;
const remove = (lineId: string) => ({ type: 'RemoveDealLine', dealId, lineId }) as const;

it('two editors do not overwrite the lines of each other', () => {
  given(opened).when(add).then(added);
  given(opened, added)
    .when(change('d-1:tea', '20'))
    .then(changed([tea, milk], [lineOf('tea', '20.00', '40.00'), milk], ['22.00', '42.00']));
});

describe('adding a line', () => {
  it('is silent when repeated', () => given(opened, added).when(add).thenNothing());
  it('is refused with other content', () =>
    given(opened, added)
      .when({ ...add, quantity: '2' })
      .thenRejected('LineAlreadyAdded', { lineId: 'd-1:milk' }));
  it('never uses the id of a removed line again', () =>
    given(opened, added, removed).when(add).thenRejected('LineAlreadyAdded'));
  it('is refused before the deal is opened', () => given().when(add).thenRejected('DealUnknown'));
});

describe('changing a line', () => {
  it('is silent when repeated', () => given(opened, added).when(change('milk', '1.0')).thenNothing());
  it('is refused for another reason', () =>
    given(opened, added)
      .when({ ...change('milk', '1'), reason: 'other' })
      .thenRejected('LineAlreadyChanged'));
  it('is refused for a line that there is not', () =>
    given(opened).when(change('milk', '1')).thenRejected('LineUnknown', { lineId: 'd-1:milk' }));
});

describe('removing a line', () => {
  it('leaves the others', () => given(opened, added).when(remove('milk')).then(removed));
  it('leaves the value if it is the last one', () =>
    given(opened)
      .when(remove('tea'))
      .then(DealChanged.event({ ...ids, before: { lines: [tea] }, after: { lines: [] }, reason: null })));
  it('is silent when repeated', () => given(opened, added, removed).when(remove('milk')).thenNothing());
  it('is refused for another reason', () =>
    given(opened, added, removed)
      .when({ ...remove('milk'), reason: 'other' })
      .thenRejected('LineUnknown'));
  it('is refused for a line that there never was', () =>
    given(opened).when(remove('milk')).thenRejected('LineUnknown'));
});
