import { CustomerRegistered } from '@annals/contracts-customers';
import { DealAdvanced, DealClosed, DealOpened, DealReopened } from '@annals/contracts-deals';
import type { DealTerms, Outcome, Step } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';

const given = scenarios(deal);

const ids = { dealId: 'd-1', customerId: 'u-1' };
const { dealId } = ids;
const value = { amount: '1000.00', currency: 'CNY' };
const blank = { lines: [], owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} };
const terms: DealTerms = { ...blank, title: '智能电表采购', value };
const registered = {
  ...CustomerRegistered.event({
    customerId: 'u-1',
    profile: { kind: 'organisation', name: '华东电力', roles: ['end-customer'] },
  }),
  actor: 'system:import',
};
const opened = (step: Step = 'need-found') => DealOpened.event({ ...ids, ...terms, step });
const advanced = (from: Step, to: Step, reason: string | null = null) =>
  DealAdvanced.event({ ...ids, from, to, reason });
const closed = (outcome: Outcome, more: object = {}) => {
  const closing = { step: 'need-found' as const, reason: outcome === 'lost' ? 'price' : null, competitor: null };
  return DealClosed.event({ ...ids, ...terms, outcome, ...closing, ...more });
};
const reopened = (outcome: Outcome, more: object = {}) => {
  const { title, owner, expectedCloseDate } = terms;
  const again = { step: 'need-found' as const, title, value, owner, expectedCloseDate };
  return DealReopened.event({ ...ids, reason: 'they asked again', outcome, lines: 0, ...again, ...more });
};

const open = { type: 'OpenDeal', ...ids, title: terms.title, value } as const;
const advance = (to: Step, reason?: string) =>
  ({ type: 'AdvanceDeal', dealId, to, ...(reason && { reason }) }) as const;
const close = (outcome: Outcome, more: object = {}) => ({ type: 'CloseDeal', dealId, outcome, ...more }) as const;
const lose = close('lost', { reason: 'price' });
const reopen = { type: 'ReopenDeal', dealId, reason: 'they asked again' } as const;

describe('opening a deal', () => {
  it('starts at the first step', () => given().inContext(registered).when(open).then(opened()));
  it('may start at a later step', () =>
    given()
      .inContext(registered)
      .when({ ...open, step: 'trading' })
      .then(opened('trading')));
  it('is refused for a customer who is not registered', () =>
    given().when(open).thenRejected('CustomerNotRegistered', { customerId: 'u-1' }));
  it('is silent when repeated', () => given(opened()).when(open).thenNothing());
  it('is silent when repeated after the deal has moved on', () =>
    given(opened(), advanced('need-found', 'intent'), closed('won')).when(open).thenNothing());
  it.each([{ title: 'Other' }, { customerId: 'u-2' }, { step: 'intent' as const }, { region: '华南' }])(
    'is refused with other content: %j',
    (other) =>
      given(opened())
        .when({ ...open, ...other })
        .thenRejected('DealAlreadyOpened'),
  );
});

describe('advancing a deal', () => {
  it('moves to the next step', () =>
    given(opened()).when(advance('contact-and-sample')).then(advanced('need-found', 'contact-and-sample')));
  it('may skip steps', () => given(opened()).when(advance('trading')).then(advanced('need-found', 'trading')));
  it('records a reason', () =>
    given(opened())
      .when(advance('intent', 'tender'))
      .then(advanced('need-found', 'intent', 'tender')));
  it('moves back with a reason', () =>
    given(opened('negotiation'))
      .when(advance('intent', 'budget'))
      .then(advanced('negotiation', 'intent', 'budget')));
  it('never moves back without a reason', () =>
    given(opened('negotiation'))
      .when(advance('intent'))
      .thenRejected('BackwardNeedsReason', { from: 'negotiation', to: 'intent' }));
  it('is silent at the same step', () =>
    given(opened(), advanced('need-found', 'intent')).when(advance('intent')).thenNothing());
  it('is refused before it is opened', () =>
    given().when(advance('intent')).thenRejected('DealUnknown', { dealId: 'd-1' }));
  it.each(['trading', 'after-sales', 'collection', 'maintenance'] as const)('moves on to %s once won', (step) =>
    given(opened(), closed('won')).when(advance(step)).then(advanced('need-found', step)),
  );
  it('never moves back to a step of the sale once won', () =>
    given(opened(), closed('won')).when(advance('intent')).thenRejected('DealNotOpen', { status: 'won' }));
  it('never moves back after the sale', () =>
    given(opened('collection'), closed('won')).when(advance('trading', 'mistake')).thenRejected('DealNotOpen'));
  it('is refused once lost', () => given(opened(), closed('lost')).when(advance('trading')).thenRejected('DealLost'));
});

describe('closing a deal', () => {
  it('records a won deal with its terms', () =>
    given(opened('trading'))
      .when(close('won'))
      .then(closed('won', { step: 'trading' })));
  it('records a lost deal with reason and competitor', () =>
    given(opened())
      .when({ ...lose, competitor: 'Acme' })
      .then(closed('lost', { competitor: 'Acme' })));
  it('requires a reason if it is lost', () => given(opened()).when(close('lost')).thenRejected('LossNeedsReason'));
  it('records the step', () =>
    given(opened(), advanced('need-found', 'negotiation'))
      .when(close('won', { reason: 'service' }))
      .then(closed('won', { step: 'negotiation', reason: 'service' })));
  it('records the final value', () => {
    const final = { amount: '950.00', currency: 'CNY' };
    given(opened('trading'))
      .when(close('won', { value: final }))
      .then(closed('won', { value: final, step: 'trading' }));
  });
  it.each(['won', 'lost'] as const)('is silent when it is %s already', (outcome) =>
    given(opened(), closed(outcome)).when(close(outcome)).thenNothing(),
  );
  it('is refused with another outcome', () => {
    given(opened(), closed('won')).when(lose).thenRejected('DealAlreadyClosed', { outcome: 'won' });
    given(opened(), closed('lost')).when(close('won')).thenRejected('DealAlreadyClosed', { outcome: 'lost' });
  });
  it('is refused before it is opened', () => given().when(close('won')).thenRejected('DealUnknown'));
  it('is possible again once reopened', () =>
    given(opened(), closed('won'), reopened('won')).when(lose).then(closed('lost')));
});

describe('reopening a deal', () => {
  it.each(['won', 'lost'] as const)('reverses the outcome %s', (outcome) =>
    given(opened(), closed(outcome)).when(reopen).then(reopened(outcome)),
  );
  it('records the value at the close', () => {
    const final = { value: { amount: '950.00', currency: 'CNY' } };
    given(opened(), closed('won', final)).when(reopen).then(reopened('won', final));
  });
  it('continues at the step that it had reached', () =>
    given(opened(), closed('won'), advanced('need-found', 'collection'))
      .when(reopen)
      .then(reopened('won', { step: 'collection' })));
  it('keeps the terms of the close', () => {
    const final = { value: { amount: '950.00', currency: 'CNY' } };
    given(opened('trading'), closed('lost', final), reopened('lost', final))
      .when(close('won'))
      .then(closed('won', { ...final, step: 'trading' }));
  });
  it('is silent when repeated', () => given(opened(), closed('lost'), reopened('lost')).when(reopen).thenNothing());
  it('is refused for a deal that was never closed', () =>
    given(opened()).when(reopen).thenRejected('DealNotClosed', { status: 'open' }));
  it('is refused before it is opened', () => given().when(reopen).thenRejected('DealUnknown'));
});
