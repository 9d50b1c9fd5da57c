import { DealAdvanced, DealClosed, DealEstimated, DealOpened, STEPS } from '@annals/contracts-deals';
import type { DealEvent, Step } from '@annals/contracts-deals';
import { fieldsOf, project } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { dealLines, dealReport, pipeline } from './index.js';

const about = { dealId: 'd-1', customerId: 'u-1' };
const terms = {
  ...{ title: 'Tea', value: { amount: '100.00', currency: 'EUR' }, lines: [], owner: null, country: null },
  ...{ region: null, expectedCloseDate: null, attributes: {} },
};
const opened = DealOpened.event({ ...about, ...terms, step: 'intent' });
const estimated = (probability: number | null, reason = 'The buyer has agreed.') =>
  DealEstimated.event({ ...about, probability, reason });
const advanced = DealAdvanced.event({ ...about, from: 'intent', to: 'negotiation', reason: null });
const won = DealClosed.event({
  ...{ ...about, ...terms, step: 'intent', outcome: 'won', reason: 'price', competitor: null },
});

const stepProbabilities = {
  ...(Object.fromEntries(STEPS.map((step) => [step, 90])) as Record<Step, number>),
  ...{ intent: 40, negotiation: 60 },
};
const report = dealReport({
  ...{ calendar: { timeZone: 'UTC' }, reportAttributes: [], stepProbabilities },
  forecastFrom: { commit: 75, 'best-case': 50 },
});

const estimateAfter = (...events: DealEvent[]) =>
  pipeline.answer.of(project(pipeline, recorded(events)).get('d-1')!).estimate;
const factAfter = (...events: DealEvent[]) => {
  const document = project(report, recorded(events)).get('d-1')!;
  const { weighted, variance, forecastCategory } = fieldsOf(report, document);
  return { weighted, variance, forecastCategory, probability: report.answer.of(document).probability };
};

describe('the estimate of a deal', () => {
  it('has its reason, its time and its user', () => {
    expect(estimateAfter(opened)).toBeNull();
    expect(estimateAfter(opened, estimated(75))).toEqual({
      ...{ probability: 75, reason: 'The buyer has agreed.', at: '2026-01-02T00:00:00.000Z', actor: 'test' },
    });
    expect(estimateAfter(opened, estimated(75), estimated(0))).toMatchObject({ probability: 0 });
  });

  it('counts no more when it is taken back, or when the deal reaches another step or is closed', () => {
    expect(estimateAfter(opened, estimated(75), estimated(null))).toBeNull();
    expect(estimateAfter(opened, estimated(75), advanced)).toBeNull();
    expect(estimateAfter(opened, estimated(75), won)).toBeNull();
  });
});

describe('the forecast', () => {
  it('takes the estimate, and the category that follows from it', () => {
    expect(factAfter(opened)).toEqual({
      ...{ weighted: '40.00', variance: '2400.00', forecastCategory: 'pipeline', probability: 40 },
    });
    expect(factAfter(opened, estimated(75))).toEqual({
      ...{ weighted: '75.00', variance: '1875.00', forecastCategory: 'commit', probability: 75 },
    });
  });

  it('takes the probability of the step again when the estimate counts no more', () => {
    expect(factAfter(opened, estimated(75), estimated(null))).toMatchObject({ weighted: '40.00', probability: 40 });
    expect(factAfter(opened, estimated(75), advanced)).toMatchObject({ weighted: '60.00', probability: 60 });
  });

  it('takes nothing of a closed deal', () =>
    expect(factAfter(opened, estimated(75), won)).toEqual({
      ...{ weighted: '0', variance: '0', forecastCategory: null, probability: null },
    }));
});

it('says what was estimated in one line', () => {
  const line = (probability: number | null) => dealLines.DealEstimated!(estimated(probability).data);
  expect([line(75), line(null)]).toEqual(['75 % · The buyer has agreed.', 'The buyer has agreed.']);
});
