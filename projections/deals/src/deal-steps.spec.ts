import { DealAdvanced, DealClosed, DealOpened, type DealEvent, type Step } from '@annals/contracts-deals';
import { project, type RecordedEvent } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { pipeline, STEP_COUNTS, stepField } from './index.js';
import { stepFields } from './deal-steps.js';

const ids = { dealId: 'd-1', customerId: 'u-1' };
const terms = {
  ...{ title: 'Tea', value: { amount: '18.00', currency: 'EUR' }, lines: [], owner: null, country: null },
  ...{ region: null, expectedCloseDate: null, attributes: {} },
};

/** One event a day. */
const daily = (events: readonly DealEvent[]): readonly RecordedEvent[] =>
  recorded(events).map((event, index) => ({ ...event, occurredAt: `2026-01-0${index + 1}T00:00:00.000Z` }));

const opened = DealOpened.event({ ...ids, ...terms, step: 'need-found' });
const to = (from: Step, next: Step) => DealAdvanced.event({ ...ids, from, to: next, reason: 'said so' });
const closed = (outcome: 'won' | 'lost') =>
  DealClosed.event({ ...ids, ...terms, step: 'intent', outcome, reason: 'price', competitor: null });

/** Reached, passed, left and hundredths of days of a step. */
const countsAt = (step: Step, ...events: readonly DealEvent[]) => {
  const deal = project(pipeline, daily(events)).get('d-1')!;
  return STEP_COUNTS.map((count) => {
    const field = stepFields[stepField(count, step)];
    return 'of' in field ? field.of(deal) : undefined;
  });
};

it('counts a deal at the step where it is, which it has not left', () => {
  expect(countsAt('need-found', opened)).toEqual([1, 0, 0, 0]);
  expect(countsAt('intent', opened)).toEqual([0, 0, 0, 0]);
});

it('counts what went on, and the days that it took', () => {
  expect(countsAt('need-found', opened, to('need-found', 'intent'))).toEqual([1, 1, 1, 100]);
  expect(countsAt('contact-and-sample', opened, to('need-found', 'intent'))).toEqual([0, 0, 0, 0]);
});

it('has a step left by going back, but not passed', () =>
  expect(countsAt('intent', opened, to('need-found', 'intent'), to('intent', 'need-found'))).toEqual([1, 0, 1, 100]));

it('counts winning as going on, and losing not', () => {
  const moved = [opened, to('need-found', 'intent')];
  expect(countsAt('intent', ...moved, closed('won'))).toEqual([1, 1, 1, 100]);
  expect(countsAt('intent', ...moved, closed('lost'))).toEqual([1, 0, 1, 100]);
});
