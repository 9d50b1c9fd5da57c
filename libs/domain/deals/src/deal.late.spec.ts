import { until } from '@annals/event-sourcing';
import { add, advance, change, close, euro, logAfter, on, open, reopen, said, sample, shown } from '../test/dated.js';
import { truthOf, type Dated } from '../test/dated.js';

const dataOf = (...commands: readonly Dated[]) => logAfter(...commands).at(-1)!.data;
const refused = (code: string, ...commands: readonly Dated[]) =>
  expect(() => logAfter(...commands)).toThrow(expect.objectContaining({ code }) as Error);
const asOf = (day: number) => ({ occurredAt: new Date(on(day)) });
const changeLine = (day: number, lineId: string, quantity: string) =>
  said(day, { type: 'ChangeDealLine', lineId, quantity });
const removeLine = (day: number, lineId: string) => said(day, { type: 'RemoveDealLine', lineId });

describe('a change that is recorded after a later one', () => {
  const log = logAfter(open(), change(9, { value: euro('90') }), change(5, { value: euro('50'), title: 'More' }));

  it('leaves the value that is known of a later time, on the deal and in the pipeline', () =>
    expect(truthOf(log)).toMatchObject({
      deal: { value: euro('90'), title: 'More', lastChange: { at: on(9) } },
      found: { amount: '90.00' },
      page: { deals: { open: { values: { EUR: '90.00' } } } },
    }));
  it('says what the terms were before it', () =>
    expect(log.at(-1)!.data).toMatchObject({ before: { value: euro('10'), title: 'Meters' } }));
  it('shows as of each moment, on both axes', () => {
    expect([4, 6, 10].map((day) => shown(until(log, asOf(day))).value.amount)).toEqual(['10.00', '50.00', '90.00']);
    const known = [1, 2, 3].map((day) => shown(until(log, { recordedAt: new Date(Date.UTC(2026, 0, day)) })));
    expect(known.map(({ value }) => value.amount)).toEqual(['10.00', '90.00', '90.00']);
  });
  it('is recorded once', () =>
    expect(
      logAfter(open(), change(9, { title: 'a' }), change(5, { title: 'b' }), change(5, { title: 'b' })),
    ).toHaveLength(3));
  it('is recorded with the value of that time, which counts against others that are recorded later', () =>
    expect(shown(logAfter(open(), change(9, { title: 'Meters' }), change(5, { title: 'Other' }))).title).toBe(
      'Meters',
    ));
});

describe('lines that are recorded late', () => {
  const lines = { lines: [{ lineId: 'a', product: 'Tea', quantity: '1', unitPrice: '3' }], currency: 'EUR' };
  const amounts = (...commands: readonly Dated[]) => shown(logAfter(open(lines), ...commands)).value.amount;

  it('stand beside those that are known of later times', () => {
    expect(amounts(add(9, 'b'), add(5, 'c', '2'))).toBe('12.00');
    expect(dataOf(open(lines), add(9, 'b'), add(5, 'c'))).toMatchObject({
      before: { value: euro('3') },
      after: { value: euro('6'), lines: [{ lineId: 'd-1:a' }, { lineId: 'd-1:c' }] },
    });
    expect(amounts(add(9, 'b'), changeLine(5, 'a', '5'), removeLine(12, 'b'))).toBe('15.00');
    expect(amounts(removeLine(9, 'a'), add(5, 'b'))).toBe('3.00');
    const removed = logAfter(open(lines), removeLine(9, 'a'), add(5, 'b'));
    expect(shown(until(removed, asOf(6))).lines).toHaveLength(2);
  });
  it('leave the last value to a deal of which they are removed', () => {
    expect(amounts(removeLine(9, 'a'))).toBe('3.00');
    expect(amounts(removeLine(9, 'a'), change(12, { value: euro('8') }))).toBe('8.00');
  });
  it('are refused before a later change of the line, or of a time when there was no such line', () => {
    refused('DealOccurredTooEarly', open(lines), changeLine(9, 'a', '5'), changeLine(5, 'a', '4'));
    refused('DealOccurredTooEarly', open(lines), removeLine(9, 'a'), changeLine(5, 'a', '4'));
    refused('DealOccurredTooEarly', open(lines), changeLine(9, 'a', '4'), removeLine(5, 'a'));
    refused('LineUnknown', open(lines), add(9, 'b'), changeLine(12, 'x', '5'));
  });
  it('are refused as a whole before any later change of lines', () => {
    const whole = change(5, { lines: [{ product: 'Milk', quantity: '2', unitPrice: '4' }] });
    expect(amounts(whole)).toBe('8.00');
    refused('DealOccurredTooEarly', open(lines), add(9, 'b'), whole);
  });
});

describe('a step that is recorded late', () => {
  const stepped = [open(), advance(9, 'negotiation')];

  it('is history between the others, with its days', () => {
    const log = logAfter(...stepped, advance(5, 'intent'));
    expect(log.at(-1)!.data).toMatchObject({ from: 'need-found', to: 'intent' });
    expect(shown(log)).toMatchObject({
      ...{ step: 'negotiation', stepSince: on(9), daysInStep: { 'need-found': 4, intent: 4 } },
    });
    expect(shown(until(log, asOf(6)))).toMatchObject({ step: 'intent', daysInStep: { 'need-found': 4 } });
  });
  it('makes the deal reach a known step earlier', () =>
    expect(shown(logAfter(...stepped, advance(5, 'negotiation')))).toMatchObject({
      ...{ stepSince: on(5), daysInStep: { 'need-found': 4, negotiation: 4 } },
    }));
  it('needs a reason for moving back, its own and that of the next step', () => {
    refused('BackwardNeedsReason', ...stepped, advance(5, 'trading'));
    const back = advance(12, 'intent', 'a new buyer');
    expect(shown(logAfter(...stepped, back, advance(10, 'trading'))).step).toBe('intent');
    refused('BackwardNeedsReason', ...stepped, advance(12, 'contact-and-sample'));
  });
  it('after a sale comes while the deal is won', () => {
    const won = [...stepped, close(20)];
    expect(shown(logAfter(...won, advance(30, 'collection'), advance(25, 'trading')))).toMatchObject({
      ...{ step: 'collection', daysInStep: { 'need-found': 8, negotiation: 11 } },
    });
    refused('DealNotOpen', ...won, advance(25, 'intent', 'x'));
    refused('DealOccurredTooEarly', ...won, reopen(30), advance(25, 'intent', 'x'));
    refused('DealSettled', ...won, reopen(30), advance(25, 'trading'));
    refused('DealLost', ...stepped, close(20, 'lost'), advance(5, 'intent'));
  });
});

describe('a fact of before the close that is recorded after it', () => {
  const won = [open(), advance(5, 'negotiation'), advance(9, 'trading'), change(9, { title: 'Later' }), close(20)];

  it('is accepted if it leaves the terms and the step of the close', () => {
    expect(shown(logAfter(...won, advance(7, 'intent', 'x'), change(7, { title: 'Earlier' })))).toMatchObject({
      ...{ title: 'Later', status: 'won', step: 'trading' },
    });
    expect(shown(logAfter(...won, sample(7, 's-1'))).samples).toBe(1);
  });
  it('is refused if the deal would have been closed or reopened otherwise', () => {
    refused('DealSettled', ...won, change(10, { title: 'Other' }));
    refused('DealSettled', ...won, change(7, { value: euro('80') }));
    refused('DealSettled', ...won, add(7, 'a'));
    refused('DealSettled', ...won, advance(10, 'collection'));
    refused('DealSettled', ...won, reopen(30), change(10, { title: 'Other' }));
  });
  it('leaves the value that the close states', () => {
    const closing = said(20, { type: 'CloseDeal', outcome: 'lost', reason: 'price', value: euro('95') });
    const log = logAfter(open(), closing, change(10, { value: euro('80') }));
    expect(shown(log)).toMatchObject({ value: euro('95'), status: 'lost' });
    expect(truthOf(until(log, asOf(60)))).toEqual(truthOf(log));
  });
  it('is refused of a time when the deal was closed', () => {
    refused('DealNotOpen', ...won, change(25, { title: 'Other' }));
    refused('DealOccurredTooEarly', ...won, reopen(30), change(25, { title: 'Other' }));
    refused('DealNotOpen', ...won, sample(25, 's-1'));
  });
});

it('keeps the days in each step over any number of moves', () => {
  const moves = Array.from({ length: 70 }, (_, index) =>
    advance(index + 2, index % 2 === 0 ? 'intent' : 'negotiation', 'x'),
  );
  expect(shown(logAfter(open(), ...moves)).daysInStep).toEqual({ 'need-found': 1, intent: 35, negotiation: 34 });
});
