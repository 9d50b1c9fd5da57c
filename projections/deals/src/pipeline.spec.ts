import {
  DealAdvanced,
  DealChanged,
  DealClosed,
  DealEstimated,
  DealOpened,
  DealReopened,
  SampleSent,
  type DealEvent,
} from '@annals/contracts-deals';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { pipeline } from './pipeline.js';

const ids = { dealId: 'd-1', customerId: 'u-1' };
const line = { lineId: 'd-1:l1', product: 'Chai', quantity: '2', unitPrice: '9', discount: '0', net: '18.00' };
const terms = {
  title: 'Tea for a year',
  value: { amount: '18.00', currency: 'EUR' },
  lines: [line],
  owner: { id: 'nancy', name: 'Nancy Davolio' },
  country: 'Germany',
  region: null,
  expectedCloseDate: '2026-03-01',
  attributes: {},
};

const opened = DealOpened.event({ ...ids, ...terms, step: 'need-found' });
const advanced = DealAdvanced.event({ ...ids, from: 'need-found', to: 'negotiation', reason: null });
const back = DealAdvanced.event({ ...ids, from: 'negotiation', to: 'need-found', reason: 'new buyer' });
const changed = DealChanged.event({ ...ids, before: { owner: terms.owner }, after: { owner: null }, reason: null });
const sample = SampleSent.event({ ...ids, sampleId: 's-1', product: 'Chai', quantity: '1' });
const estimated = DealEstimated.event({ ...ids, probability: 75, reason: 'agreed' });
const won = DealClosed.event({
  ...{ ...ids, ...terms, step: 'negotiation' },
  ...{ outcome: 'won', reason: 'price', competitor: 'Tea & Co' },
});
const reopened = DealReopened.event({
  ...{ ...ids, reason: 'the order was cancelled', outcome: 'won', lines: 1, step: 'negotiation' },
  ...{ title: terms.title, value: terms.value, owner: terms.owner, expectedCloseDate: terms.expectedCloseDate },
});

const after = (...events: DealEvent[]) => project(pipeline, recorded(events)).get('d-1');

describe('pipeline', () => {
  it('shows an open deal with its terms', () => {
    expect(after(opened)).toEqual({
      ...ids,
      ...terms,
      step: 'need-found',
      status: 'open',
      openedAt: '2026-01-01T00:00:00.000Z',
      stepSince: '2026-01-01T00:00:00.000Z',
      closedAt: null,
      reason: null,
      competitor: null,
      samples: 0,
      daysInStep: {},
      estimated: null,
      ...{ since: {}, moves: [{ at: '2026-01-01T00:00:00.000Z', step: 'need-found', open: true }], earlierDays: {} },
      revision: 0,
      lastChange: { type: 'DealOpened', at: '2026-01-01T00:00:00.000Z', actor: 'test' },
    });
  });

  it('counts the days of each step that was left, over all visits', () => {
    const deal = after(opened, sample, advanced, back, sample, advanced);
    expect(deal).toMatchObject({
      step: 'negotiation',
      stepSince: '2026-01-06T00:00:00.000Z',
      daysInStep: { 'need-found': 4, negotiation: 1 },
    });
  });

  it('counts no days backwards when old records come in the wrong order', () => {
    const [first, second] = recorded([opened, advanced]);
    const early = { ...second!, occurredAt: '2025-12-01T00:00:00.000Z' };
    expect(project(pipeline, [first!, early]).get('d-1')?.daysInStep).toEqual({ 'need-found': 0 });
  });

  it('takes the terms that have changed, and counts samples', () => {
    expect(after(opened, changed, sample, sample)).toMatchObject({ owner: null, country: 'Germany', samples: 2 });
  });

  it('keeps a closed deal with outcome, reason and competitor', () => {
    expect(after(opened, advanced, won)).toMatchObject({
      status: 'won',
      closedAt: '2026-01-03T00:00:00.000Z',
      reason: 'price',
      competitor: 'Tea & Co',
      daysInStep: { 'need-found': 1, negotiation: 1 },
    });
  });

  it('does not count the time in which a deal was closed', () => {
    const deal = after(opened, advanced, won, sample, reopened, back);
    expect(deal).toMatchObject({ status: 'open', closedAt: null, reason: null, competitor: null });
    expect(deal?.daysInStep).toEqual({ 'need-found': 1, negotiation: 2 });
  });

  it('says what changed last, when and by whom', () => {
    expect(after(opened, sample)?.lastChange).toEqual({
      type: 'SampleSent',
      at: '2026-01-02T00:00:00.000Z',
      actor: 'test',
    });
  });

  it('passes over what belongs to no deal that it knows', () => {
    expect(after(advanced, changed, sample, won, reopened)).toBeUndefined();
  });

  it('is found by what a sales desk asks for', () => {
    expect(fieldsOf(pipeline, after(opened)!)).toEqual({
      status: 'open',
      step: 'need-found',
      owner: 'nancy',
      customer: 'u-1',
      country: 'Germany',
      region: null,
      openedAt: '2026-01-01T00:00:00.000Z',
      closedAt: null,
      expectedCloseDate: '2026-03-01',
      currency: 'EUR',
      value: '100218.00',
      amount: '18.00',
    });
    expect(fieldsOf(pipeline, after(opened, changed)!)).toMatchObject({ owner: null });
  });

  const anyEvent = fc
    .record({
      event: fc.constantFrom<DealEvent>(opened, advanced, back, changed, sample, estimated, won, reopened),
      dealId: fc.constantFrom('d-1', 'd-2'),
    })
    .map(({ event, dealId }) => ({ ...event, data: { ...event.data, dealId } }));
  projectionContract(pipeline, anyLogOf(anyEvent));
});
