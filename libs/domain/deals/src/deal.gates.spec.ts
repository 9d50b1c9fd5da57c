import { daysIn } from '@annals/analytics';
import { CustomerRegistered } from '@annals/contracts-customers';
import { DealAdvanced, DealChanged, DealOpened, SampleSent, type Step } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { about, opened, terms } from '../test/deal.js';
import { dealOn } from './deal.decider.js';
import { gateSettings } from './gate.settings.js';

const gates = { negotiation: ['sample', 'lines'], trading: ['value'] } as const;
const given = scenarios(dealOn(daysIn('UTC'), gates));
const advance = (to: Step, more: object = {}) => ({ type: 'AdvanceDeal', dealId: about.dealId, to, ...more }) as const;
const advanced = (to: Step, reason: string | null = null, from: Step = 'intent') =>
  DealAdvanced.event({ ...about, from, to, reason });
const sampled = SampleSent.event({ ...about, sampleId: 's-1', product: 'Tea', quantity: '1.00' });
const none = { amount: '0.00', currency: 'CNY' };
const worthless = DealChanged.event({ ...about, before: { value: terms.value }, after: { value: none }, reason: null });
const line = { lineId: 'd-1:l1', product: 'Tea', quantity: '1.00', unitPrice: '98.00', discount: '0.00', net: '98.00' };
const lined = DealChanged.event({ ...about, before: { lines: [] }, after: { lines: [line] }, reason: null });
const refused = (missing: readonly string[], step = 'negotiation') =>
  ['GatedStepNeedsReason', { step, missing }] as const;

describe('a step that needs something', () => {
  it('is entered by a deal that has it', () =>
    given(opened, sampled, lined).when(advance('negotiation')).then(advanced('negotiation')));

  it('is refused to a deal without it, and so is a step after it, with all that is missing', () => {
    given(opened)
      .when(advance('negotiation'))
      .thenRejected(...refused(['sample', 'lines']));
    given(opened, sampled)
      .when(advance('negotiation'))
      .thenRejected(...refused(['lines']));
    given(opened, worthless)
      .when(advance('collection'))
      .thenRejected(...refused(['sample', 'lines', 'value'], 'collection'));
  });

  it('is entered with a reason, which is recorded', () =>
    given(opened)
      .when(advance('negotiation', { reason: 'They know the tea.' }))
      .then(advanced('negotiation', 'They know the tea.')));

  it('is not entered by opening the deal there, without a reason', () => {
    const registered = CustomerRegistered.event({
      customerId: about.customerId,
      profile: { kind: 'organisation', name: 'Tea Ltd', roles: ['prospect'] },
    });
    const { lines: _, ...said } = { ...about, ...terms };
    const open = { type: 'OpenDeal', ...said, step: 'negotiation' } as const;
    given()
      .inContext(registered)
      .when(open)
      .thenRejected(...refused(['sample', 'lines']));
    const there = DealOpened.event({ ...about, ...terms, step: 'negotiation' });
    given()
      .inContext(registered)
      .when({ ...open, reason: 'They ordered before.' })
      .then(there);
    given(there).when(open).thenNothing();
  });

  it('is not needed to go back, or from a step after it', () => {
    const ahead = advanced('trading', 'in a hurry');
    given(opened, ahead)
      .when(advance('after-sales'))
      .then(advanced('after-sales', null, 'trading'));
    given(opened, ahead)
      .when(advance('negotiation', { reason: 'too early' }))
      .then(advanced('negotiation', 'too early', 'trading'));
  });

  it('never stops a fact of the past, or the acceptance of a quote', () => {
    const occurredAt = '2026-01-03T09:00:00.000Z';
    const past = { ...opened, occurredAt: '2026-01-01T09:00:00.000Z' };
    given(past).when(advance('negotiation', { occurredAt }), new Date(occurredAt)).then(advanced('negotiation'));
    given(opened).when({ type: 'BeginTrading', dealId: about.dealId }).then(advanced('trading'));
  });

  it('was entered once, however often the command is sent', () =>
    given(opened, advanced('negotiation', 'x'))
      .when(advance('negotiation', { reason: 'x' }))
      .thenNothing());
});

describe('what steps need', () => {
  const { read, fallback } = gateSettings.stepGates;

  it.each([
    [fallback!, {}],
    ['negotiation=sample+lines, trading=value', gates],
  ])('is read from %s', (text, value) => expect(read(text)).toEqual(value));

  it.each(['need-found=value', 'negotiation', 'negotiation=', 'negotiation=tea', 'trading=value,trading=lines', ''])(
    'is never %j',
    (text) => expect(read(text)).toBeUndefined(),
  );
});
