import { DealChanged, DealClosed, DealOpened, SampleSent, type DealTerms } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';

const given = scenarios(deal);

const dealId = 'd-1';
const ids = { dealId, customerId: 'u-1' };
const blank = { lines: [], owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} };
const terms: DealTerms = { ...blank, title: '智能电表采购', value: { amount: '1000.00', currency: 'CNY' } };
const opened = DealOpened.event({ ...ids, ...terms, step: 'need-found' });
const closing = { outcome: 'won', step: 'need-found', reason: null, competitor: null } as const;
const closed = DealClosed.event({ ...ids, ...terms, ...closing });

describe('recording a sample', () => {
  const sample = { sampleId: 's-1', product: '三相电表', quantity: '3' };
  const sent = SampleSent.event({ ...ids, ...sample });
  const record = { type: 'RecordSample', dealId, ...sample } as const;

  it('records the sent product', () => given(opened).when(record).then(sent));
  it('records a note', () =>
    given(opened)
      .when({ ...record, note: '李娜签收' })
      .then(SampleSent.event({ ...ids, ...sample, note: '李娜签收' })));
  it('is silent when repeated, even after the close', () => given(opened, sent, closed).when(record).thenNothing());
  it('is refused once closed', () => given(opened, closed).when(record).thenRejected('DealNotOpen'));
  it('is refused before the deal is opened', () => given().when(record).thenRejected('DealUnknown'));
});

describe('changing a deal', () => {
  const change = (more: object) => ({ type: 'ChangeDeal', dealId, ...more }) as const;
  const changed = (before: object, after: object, reason: string | null = null) =>
    DealChanged.event({ ...ids, before, after, reason });

  it('records the terms that differ, before and after', () =>
    given(opened)
      .when(change({ title: '二期采购', region: '华东', reason: 'phase two' }))
      .then(changed({ title: '智能电表采购', region: null }, { title: '二期采购', region: '华东' }, 'phase two')));
  it('compares with the last change', () =>
    given(opened, changed({ region: null }, { region: '华东' }))
      .when(change({ region: null }))
      .then(changed({ region: '华东' }, { region: null })));
  it('is silent when nothing differs', () =>
    given(opened)
      .when(change({ title: terms.title, value: { amount: '1000', currency: 'CNY' }, country: null }))
      .thenNothing());
  it('is refused once closed', () =>
    given(opened, closed)
      .when(change({ title: 'x' }))
      .thenRejected('DealNotOpen', { status: 'won' }));
  it('is refused before it is opened', () =>
    given()
      .when(change({ title: 'x' }))
      .thenRejected('DealUnknown'));
});
