import {
  dealContracts,
  DealChanged,
  DealClosed,
  DealEstimated,
  DealOpened,
  DealReopened,
  DealWithdrawn,
} from '@annals/contracts-deals';
import { STEPS, type DealEvent } from '@annals/contracts-deals';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { dealReport, dealReportNames } from './index.js';

const probabilities = Object.fromEntries(STEPS.map((step, index) => [step, 10 * (index + 1)]));
const settings = {
  calendar: { timeZone: 'Asia/Shanghai' },
  reportAttributes: ['manager', 'size'],
  stepProbabilities: probabilities as Parameters<typeof dealReport>[0]['stepProbabilities'],
  forecastFrom: { commit: 40, 'best-case': 20 },
};
const report = dealReport(settings);

const ids = { dealId: 'd-1', customerId: 'u-1' };
const line = { lineId: 'd-1:l1', product: 'Chai', quantity: '2', unitPrice: '50', discount: '0', net: '100.00' };
const terms = {
  ...{ title: 'Tea for a year', value: { amount: '100.00', currency: 'EUR' }, lines: [] as (typeof line)[] },
  ...{ owner: { id: 'nancy', name: 'Nancy Davolio' }, country: 'Germany', region: null },
  ...{
    expectedCloseDate: '2026-03-01',
    attributes: { manager: 'Maria', size: 3, product: 'Meter' } as Record<string, string | number>,
  },
};
const open = (differing: object = {}) => DealOpened.event({ ...ids, ...terms, step: 'intent', ...differing });
const close = (differing: object = {}) =>
  DealClosed.event({
    ...{ ...ids, ...terms, outcome: 'won', step: 'intent', reason: null, competitor: null },
    ...differing,
  });

const at = (event: DealEvent, occurredAt: string) => ({ ...recorded([event])[0]!, occurredAt });
const fieldsAfter = (...told: readonly (readonly [DealEvent, string])[]) => {
  const log = told.map(([event, time], index) => ({ ...at(event, time), position: index + 1 }));
  const document = project(report, log).get('d-1');
  return document && fieldsOf(report, document);
};
const OPENED = '2025-12-31T16:00:00.000Z'; // 1 January in Shanghai

describe('an open deal in the report', () => {
  it('stands at its step, with the periods of the calendar of the company', () =>
    expect(fieldsAfter([open(), OPENED])).toMatchObject({
      ...{ stage: 'intent', status: 'open', step: 'intent', owner: 'nancy', customer: 'u-1', country: 'Germany' },
      ...{ region: null, competitor: null, reason: null, currency: 'EUR', open: 1, won: 0, lost: 0 },
      ...{ openedYear: 2026, openedQuarter: '2026-Q1', openedMonth: '2026-01' },
      ...{ closedYear: null, closedQuarter: null, closedMonth: null },
      ...{ expectedQuarter: '2026-Q1', expectedMonth: '2026-03' },
      ...{ cycleDays: null, wonCycleDays: null, lostCycleDays: null },
      ...{ value: '100.00', openValue: '100.00', wonValue: '0' },
    }));

  it('has no period of the day on which nobody expects its close', () =>
    expect(fieldsAfter([open({ expectedCloseDate: null }), OPENED])).toMatchObject({ expectedMonth: null }));

  it('has its chances by its step: value × p, and value² × p × (1 − p)', () => {
    expect(fieldsAfter([open(), OPENED])).toMatchObject({
      ...{ weighted: '30.00', variance: '2100.00', forecastCategory: 'best-case', commit: '0', bestCase: '100.00' },
    });
    expect(fieldsAfter([open({ step: 'negotiation' }), OPENED])).toMatchObject({
      ...{ weighted: '40.00', variance: '2400.00', forecastCategory: 'commit', commit: '100.00', bestCase: '0' },
    });
    expect(fieldsAfter([open({ step: 'need-found' }), OPENED])).toMatchObject({
      ...{ weighted: '10.00', variance: '900.00', forecastCategory: 'pipeline', commit: '0', bestCase: '0' },
    });
  });

  it('has the attributes that are dimensions as texts, if they are short', () => {
    expect(fieldsAfter([open(), OPENED])).toMatchObject({ manager: 'Maria', size: '3' });
    expect(fieldsAfter([open({ attributes: { manager: 'x'.repeat(201), size: '' } }), OPENED])).toMatchObject({
      ...{ manager: null, size: null },
    });
  });

  it('has the product of its lines if it is one, and of a deal without lines the attribute', () => {
    const products = (...names: readonly string[]) => names.map((product) => ({ ...line, product }));
    const productOf = (differing: object) => fieldsAfter([open(differing), OPENED])?.['product'];
    expect(productOf({})).toBe('Meter');
    expect(productOf({ attributes: {} })).toBeNull();
    expect(productOf({ lines: products('Chai', 'Chai') })).toBe('Chai');
    expect(productOf({ lines: products('Chai', 'Chang') })).toBeNull();
  });
});

describe('a closed deal in the report', () => {
  it('stands under its outcome, and adds nothing to the forecast', () => {
    const won = fieldsAfter([open(), OPENED], [close(), '2026-01-11T15:59:00.000Z']);
    expect(won).toMatchObject({
      ...{ stage: 'won', step: 'intent', closedYear: 2026, closedQuarter: '2026-Q1', closedMonth: '2026-01' },
      ...{ open: 0, won: 1, lost: 0, cycleDays: 10, wonCycleDays: 10, lostCycleDays: null },
      ...{ openValue: '0', wonValue: '100.00', weighted: '0', variance: '0', commit: '0', forecastCategory: null },
    });
    const lost = fieldsAfter([open(), OPENED], [close({ outcome: 'lost', reason: 'price' }), OPENED]);
    expect(lost).toMatchObject({
      ...{ stage: 'lost', reason: 'price', lost: 1, wonValue: '0', cycleDays: 0, lostCycleDays: 0, wonCycleDays: null },
    });
  });

  it('has no cycle below zero where it was closed before it was opened, as facts from outside may say', () =>
    expect(fieldsAfter([open(), OPENED], [close(), '2025-12-01T00:00:00.000Z'])).toMatchObject({ cycleDays: 0 }));

  it('is open again when it is reopened, and is gone when it is withdrawn', () => {
    const reopened = DealReopened.event({
      ...{ ...ids, reason: 'again', outcome: 'won', lines: 0, step: 'intent', title: terms.title },
      ...{ value: terms.value, owner: null, expectedCloseDate: null },
    });
    expect(fieldsAfter([open(), OPENED], [close(), OPENED], [reopened, OPENED])).toMatchObject({ stage: 'intent' });
    expect(fieldsAfter([open(), OPENED], [DealWithdrawn.event({ ...ids, lines: 0 }), OPENED])).toBeUndefined();
  });
});

it('names the owner', () => {
  const { owner } = report.report.labels as { readonly owner: (deal: object) => string | null };
  const of = (differing: object) => owner(project(report, recorded([open(differing)])).get('d-1')!);
  expect([of({}), of({ owner: { id: 'nancy' } }), of({ owner: null })]).toEqual(['Nancy Davolio', null, null]);
});

it('knows the names that no attribute can have as a dimension', () =>
  expect(dealReportNames).toEqual(expect.arrayContaining(['stage', 'product', 'openedAt', 'won'])));

const changed = DealChanged.event({
  ...{ ...ids, before: { attributes: {} }, after: { attributes: { manager: 'Jonas' } }, reason: null },
});
const estimated = DealEstimated.event({ ...ids, probability: 75, reason: 'agreed' });
viewContract(
  report,
  dealContracts,
  anyLogOf(
    fc.constantFrom<DealEvent>(
      open(),
      open({ lines: [line] }),
      changed,
      estimated,
      close(),
      close({ outcome: 'lost' }),
    ),
  ),
);
