import {
  DealAdvanced,
  DealChanged,
  DealClosed,
  DealOpened,
  DealReopened,
  SampleSent,
  type DealTerms,
  type Step,
} from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';

const given = scenarios(deal);

const dealId = 'd-1';
const ids = { dealId, customerId: 'u-1' };
const blank = { lines: [], owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} };
const value = { amount: '100.00', currency: 'USD' };
const terms: DealTerms = { ...blank, title: 'Meters', value };
const opened = DealOpened.event({ ...ids, ...terms, step: 'need-found' });

describe('closing a closed deal', () => {
  const closed = (outcome: 'won' | 'lost', reason: string | null = null, competitor: string | null = null) =>
    DealClosed.event({ ...ids, ...terms, step: 'need-found', outcome, reason, competitor });
  const close = (outcome: 'won' | 'lost', more: object = {}) =>
    ({ type: 'CloseDeal', dealId, outcome, ...more }) as const;

  it('is silent with the same content, or less', () => {
    given(opened, closed('won'))
      .when(close('won', { value: { ...value, amount: '100' } }))
      .thenNothing();
    given(opened, closed('lost', 'price', 'X'))
      .when(close('lost', { reason: 'price', competitor: 'X' }))
      .thenNothing();
    given(opened, closed('lost', 'price', 'X'))
      .when(close('lost'))
      .thenNothing();
  });
  it.each([{ reason: 'price' }, { competitor: 'Y' }, { value: { amount: '900', currency: 'USD' } }])(
    'is refused with %j',
    (other) =>
      given(opened, closed('won')).when(close('won', other)).thenRejected('DealAlreadyClosed', { outcome: 'won' }),
  );
  it('is refused with an amount in another currency', () =>
    given(opened, closed('won'))
      .when(close('won', { value: { amount: '900', currency: 'EUR' } }))
      .thenRejected('DealAlreadyClosed', { outcome: 'won' }));
  it('is refused with another reason', () =>
    given(opened, closed('lost', 'price'))
      .when(close('lost', { reason: 'service' }))
      .thenRejected('DealAlreadyClosed', { outcome: 'lost' }));
});

it('is not reopened for another reason', () => {
  const { title, owner, expectedCloseDate } = terms;
  const again = { step: 'need-found', title, value, owner, expectedCloseDate } as const;
  const closed = DealClosed.event({
    ...ids,
    ...terms,
    step: 'need-found',
    outcome: 'won',
    reason: null,
    competitor: null,
  });
  const reopened = DealReopened.event({ ...ids, reason: 'bounced', outcome: 'won', lines: 0, ...again });
  given(opened, closed, reopened)
    .when({ type: 'ReopenDeal', dealId, reason: 'changed their mind' })
    .thenRejected('DealNotClosed', { status: 'reopened' });
});

describe('advancing a deal to its current step', () => {
  const advanced = DealAdvanced.event({ ...ids, from: 'need-found', to: 'intent', reason: 'letter' });
  const advance = (to: Step, reason?: string) => ({ type: 'AdvanceDeal', dealId, to, reason }) as const;

  it('is silent for the same reason, or without one', () => {
    given(opened, advanced).when(advance('intent', 'letter')).thenNothing();
    given(opened, advanced).when(advance('intent')).thenNothing();
  });
  it('is refused for another reason', () =>
    given(opened, advanced).when(advance('intent', 'call')).thenRejected('DealAlreadyAdvanced', { step: 'intent' }));
  it('is silent at the first step', () => given(opened).when(advance('need-found', 'call')).thenNothing());
});

describe('changing a deal to its current terms', () => {
  const changed = DealChanged.event({ ...ids, before: { region: null }, after: { region: 'East' }, reason: 'moved' });
  const change = (more: object) => ({ type: 'ChangeDeal', dealId, region: 'East', ...more }) as const;

  it('is silent for the same reason, or without one', () => {
    given(opened, changed)
      .when(change({ reason: 'moved' }))
      .thenNothing();
    given(opened, changed).when(change({})).thenNothing();
  });
  it('is refused for another reason', () =>
    given(opened, changed)
      .when(change({ reason: 'typing error' }))
      .thenRejected('DealAlreadyChanged', { dealId }));
  it('is silent for terms that were never changed', () =>
    given(opened, changed).when({ type: 'ChangeDeal', dealId, title: 'Meters', reason: 'call' }).thenNothing());
  it('treats the currency as a part of the value', () => {
    const euro = { ...value, currency: 'EUR' };
    const converted = DealChanged.event({ ...ids, before: { value }, after: { value: euro }, reason: 'euro' });
    given(opened, converted)
      .when({ type: 'ChangeDeal', dealId, currency: 'EUR', reason: 'call' })
      .thenRejected('DealAlreadyChanged');
  });
});

describe('recording a recorded sample', () => {
  const sample = { sampleId: 's-1', product: 'Meter', quantity: '3' };
  const sent = SampleSent.event({ ...ids, ...sample });

  it.each([{ product: 'Cable' }, { quantity: '4' }, { note: 'by post' }])('is refused with %j', (other) =>
    given(opened, sent)
      .when({ type: 'RecordSample', dealId, ...sample, ...other })
      .thenRejected('SampleAlreadyRecorded', { sampleId: 's-1' }),
  );
});
