import { DealAdvanced, DealChanged, DealClosed, DealOpened, DealReopened, SampleSent } from '@annals/contracts-deals';
import type { DealTerms, Outcome, Step } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';

const given = scenarios(deal);
const ids = { dealId: 'd-1', customerId: 'u-1' };
const { dealId } = ids;
const blank = { lines: [], owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} };
const terms: DealTerms = { ...blank, title: 'Meters', value: { amount: '10.00', currency: 'CNY' } };

const at = (day: string) => `2026-01-${day}T09:00:00.000Z`;
const on = <E extends object>(day: string, event: E) => ({ ...event, occurredAt: at(day) });
const said = (day: string) => [{ occurredAt: at(day) }, new Date(at(day))] as const;

const opened = (step: Step = 'negotiation') => on('05', DealOpened.event({ ...ids, ...terms, step }));
const closedOn = (day: string, outcome: Outcome = 'lost') =>
  on(day, DealClosed.event({ ...ids, ...terms, outcome, step: 'negotiation', reason: 'price', competitor: null }));
const { title, value, owner, expectedCloseDate } = terms;
const again = { step: 'negotiation' as const, title, value, owner, expectedCloseDate };
const reopenedOn = (day: string) =>
  on(day, DealReopened.event({ ...ids, reason: 'again', outcome: 'lost', lines: 0, ...again }));
const advancedOn = (day: string) =>
  on(day, DealAdvanced.event({ ...ids, from: 'negotiation', to: 'trading', reason: null }));
const changedOn = (day: string) =>
  on(day, DealChanged.event({ ...ids, before: { title: 'Meters' }, after: { title: 'More' }, reason: null }));
const sent = SampleSent.event({ ...ids, sampleId: 's-1', product: 'Meter', quantity: '1' });

const close = { type: 'CloseDeal', dealId, outcome: 'won' } as const;
const reopen = { type: 'ReopenDeal', dealId, reason: 'again' } as const;
const advance = { type: 'AdvanceDeal', dealId, to: 'collection' } as const;
const rename = { type: 'ChangeDeal', dealId, title: 'Other' } as const;
const sample = { type: 'RecordSample', dealId, sampleId: 's-1', product: 'Meter', quantity: '1' } as const;
const tooEarly = (follows: string) => ['DealOccurredTooEarly', expect.objectContaining({ follows }) as object] as const;

describe('what is said to have occurred before what it follows', () => {
  it.each([
    { past: [], command: close, day: '04', follows: 'opening' },
    { past: [], command: advance, day: '04', follows: 'opening' },
    { past: [], command: rename, day: '04', follows: 'opening' },
    { past: [], command: sample, day: '04', follows: 'opening' },
    { past: [advancedOn('08')], command: close, day: '07', follows: 'step' },
    { past: [closedOn('10')], command: reopen, day: '09', follows: 'close' },
    { past: [closedOn('10'), reopenedOn('12')], command: close, day: '11', follows: 'reopening' },
    { past: [closedOn('10'), reopenedOn('12')], command: rename, day: '11', follows: 'reopening' },
  ])('is refused before the $follows: $command.type on $day January', ({ past, command, day, follows }) => {
    const [when, moment] = said(day);
    given(opened(), ...past)
      .when({ ...command, ...when }, moment)
      .thenRejected(...tooEarly(follows));
  });

  it('is accepted on a day that is not over before it', () =>
    given(opened())
      .when({ ...rename, occurredAt: '2026-01-05' }, new Date('2026-01-05'))
      .then(DealChanged.event({ ...ids, before: { title: 'Meters' }, after: { title: 'Other' }, reason: null })));

  it('is never refused for the clock of another process', () =>
    given(opened()).when(sample, new Date('2026-01-05T08:59:59.990Z')).then(sent));

  it('is accepted though it is recorded late', () => {
    const [when, moment] = said('07');
    given(opened(), closedOn('10'))
      .when({ ...sample, ...when }, moment)
      .then(sent);
    given(opened(), changedOn('08'))
      .when({ type: 'ChangeDeal', dealId, region: 'east', ...when }, moment)
      .then(DealChanged.event({ ...ids, before: { region: null }, after: { region: 'east' }, reason: null }));
  });
});

describe('winning a deal', () => {
  const won = (step: Step, reason: string | null) =>
    DealClosed.event({ ...ids, ...terms, outcome: 'won', step, reason, competitor: null });

  it('is refused at the first step, whatever the reason', () =>
    given(opened('need-found'))
      .when({ ...close, reason: 'a framework contract' })
      .thenRejected('DealWonTooEarly', { step: 'need-found' }));
  it.each<Step>(['contact-and-sample', 'intent'])('needs a reason at the step %s', (step) => {
    given(opened(step)).when(close).thenRejected('EarlyWinNeedsReason', { step });
    given(opened(step))
      .when({ ...close, reason: 'a framework contract' })
      .then(won(step, 'a framework contract'));
  });
  it.each<Step>(['negotiation', 'trading', 'maintenance'])('needs no reason at the step %s', (step) =>
    given(opened(step)).when(close).then(won(step, null)),
  );
});
