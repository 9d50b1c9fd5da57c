import { DealAdvanced, DealClosed, DealEstimated } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import { advance, close, estimate, logAfter, on, open, reopen, said, shown, type Dated } from '../test/dated.js';
import { about, deal, opened, terms } from '../test/deal.js';

const given = scenarios(deal);
const estimated = (probability: number | null, reason: string) =>
  DealEstimated.event({ ...about, probability, reason });
const sent = { type: 'EstimateDeal', dealId: 'd-1', probability: 75, reason: 'The buyer has agreed.' } as const;
const known = estimated(75, sent.reason);

describe('an estimate', () => {
  it('is recorded with its reason', () => given(opened).when(sent).then(known));

  it('adds nothing when it is given again', () => given(opened, known).when(sent).thenNothing());

  it('is recorded for another reason, and with another probability', () => {
    given(opened, known)
      .when({ ...sent, reason: '合同已盖章' })
      .then(estimated(75, '合同已盖章'));
    given(opened, known)
      .when({ ...sent, probability: 80 })
      .then(estimated(80, sent.reason));
  });

  it('is taken back once', () => {
    const back = { ...sent, probability: null, reason: 'The buyer has left.' };
    given(opened, known).when(back).then(estimated(null, back.reason));
    given(opened, known, estimated(null, back.reason)).when(back).thenNothing();
  });

  it('is recorded again at another step', () => {
    const advanced = DealAdvanced.event({ ...about, from: 'intent', to: 'negotiation', reason: null });
    const later = { ...advanced, occurredAt: '2026-01-04T09:00:00.000Z' };
    given(opened, known, later).when(sent, new Date('2026-01-05')).then(known);
  });

  it('is only accepted of an open deal', () => {
    const lost = DealClosed.event({
      ...{ ...about, ...terms, step: 'intent', outcome: 'lost', reason: 'price', competitor: null },
    });
    given().when(sent).thenRejected('DealUnknown');
    given(opened, lost).when(sent).thenRejected('DealNotOpen');
  });
});

const chance = (...commands: readonly Dated[]) => {
  const found = shown(logAfter(open(), ...commands)).estimate;
  return found && { probability: found.probability, at: found.at };
};

describe('an estimate that is recorded late', () => {
  it('holds until the deal reaches another step, is closed or is reopened', () => {
    expect(chance(estimate(5, 70))).toEqual({ probability: 70, at: on(5) });
    expect(chance(advance(9, 'intent'), estimate(5, 70))).toBeNull();
    expect(chance(advance(9, 'intent'), estimate(12, 70))).toMatchObject({ probability: 70 });
    expect(chance(close(20, 'lost'), estimate(5, 70))).toBeNull();
    expect(chance(close(20, 'lost'), reopen(30), estimate(5, 70))).toBeNull();
  });

  it('leaves the estimate of a later time', () => {
    expect(chance(estimate(9, 70), estimate(5, 30))).toMatchObject({ probability: 70, at: on(9) });
    expect(chance(estimate(9, null), estimate(5, 30))).toBeNull();
  });

  it('is recorded with its own time, although it says the same, and once', () => {
    expect(chance(estimate(5, 70), estimate(9, 70))).toMatchObject({ at: on(9) });
    expect(logAfter(open(), estimate(5, 70), estimate(9, 70), estimate(9, 70))).toHaveLength(3);
    expect(logAfter(open(), estimate(9, null), estimate(9, null))).toHaveLength(2);
  });

  it('is refused of a time when the deal was not open', () => {
    const refused = (code: string, ...commands: readonly Dated[]) =>
      expect(() => logAfter(open(), ...commands)).toThrow(expect.objectContaining({ code }) as Error);
    refused('DealNotOpen', close(20, 'lost'), estimate(25, 70));
    refused('DealOccurredTooEarly', said(0, { type: 'EstimateDeal', probability: 70, reason: 'sure' }));
  });
});
