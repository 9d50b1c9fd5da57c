import { quoteContracts, type QuoteEvent } from '@annals/contracts-quotes';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, pagePartContract, partAfter, recorded, viewContract } from '@annals/testing';
import {
  accepted,
  anyEvent,
  approved,
  declined,
  drafted,
  expired,
  plain,
  refused,
  requested,
  revised,
  sent,
  terms,
  totals,
  withdrawn,
} from '../test/events.js';
import { percentOff, quoteLines, quoteList, quotesPart } from './index.js';

const list = quoteList({ calendar: { timeZone: 'Asia/Shanghai' } });
const after = (...events: QuoteEvent[]) => project(list, recorded(events)).get('q-1')!;
const answerTo = (...events: QuoteEvent[]) => list.answer.of(after(...events));
const fieldsAfter = (...events: QuoteEvent[]) => fieldsOf(list, after(...events));

describe('a quote', () => {
  it('has the terms of its last version, and all versions with their totals', () => {
    const shown = answerTo(drafted, requested, approved, sent(), revised(2));
    expect(shown).toMatchObject({
      ...{ number: 'Q-7', status: 'draft', version: 2, title: '红茶', validUntil: '2026-02-28', approval: null },
      ...{ totals: totals('49.00'), discountPercent: '50.00', acceptedVersion: null, sentAt: null },
    });
    expect(shown.versions).toMatchObject([
      { version: 1, status: 'sent', totals: totals('98.00'), sentBy: { id: 'anna' }, superseded: false },
      { version: 2, status: 'draft', totals: totals('49.00'), sentBy: null, superseded: false },
    ]);
    expect(answerTo(drafted, sent(), revised(2), sent(2)).versions[0]).toMatchObject({ superseded: true });
  });

  it.each([
    ['draft', [drafted], {}],
    ['awaiting-approval', [drafted, requested], { approval: { status: 'requested', remark: '王芳', answer: null } }],
    ['approved', [drafted, requested, approved], { approval: { status: 'approved', answer: '给王芳' } }],
    ['refused', [drafted, requested, refused], { approval: { status: 'refused', answer: '不给王芳' } }],
    ['draft', [drafted, requested, revised(1)], { approval: null, version: 1 }],
    ['sent', [drafted, sent()], { sentAt: '2026-01-02T00:00:00.000Z', endedAt: null }],
    ['accepted', [drafted, sent(), accepted()], { acceptedBy: '王芳', reference: '王芳-1', acceptedVersion: 1 }],
    ['accepted', [drafted, sent(), revised(2), accepted()], { acceptedVersion: 1, version: 2, reason: null }],
    ['declined', [drafted, sent(), declined], { reason: '王芳不要', acceptedBy: null }],
    ['withdrawn', [drafted, withdrawn], { reason: '停售' }],
    ['expired', [drafted, sent(), expired], { reason: null, endedAt: '2026-01-03T00:00:00.000Z' }],
  ] as const)('is %s after its events', (status, events, more) =>
    expect(answerTo(...events)).toMatchObject({ status, ...more }),
  );

  it('is found by number, title, owner and what waits for a decision', () => {
    expect(fieldsAfter(drafted, requested)).toMatchObject({
      ...{ status: 'awaiting-approval', number: 'Q-7', owner: 'anna', deal: 'd-1', waiting: 'ar-1', month: '2026-01' },
      words: expect.arrayContaining(['q', '7']) as unknown,
    });
    expect(fieldsAfter(plain)).toMatchObject({ number: null, owner: null, waiting: null, sentAt: null, endedAt: null });
  });

  it('counts in the report with its net value, and with that of the accepted version', () => {
    const figures = (...events: QuoteEvent[]) => {
      const { sent, accepted, declined, expired, value, wonValue } = fieldsAfter(...events);
      return [sent, accepted, declined, expired, value, wonValue];
    };
    expect(figures(drafted)).toEqual([0, 0, 0, 0, '98.00', '0.00']);
    expect(figures(drafted, sent(), revised(2), accepted())).toEqual([1, 1, 0, 0, '49.00', '98.00']);
    expect(figures(drafted, sent(), declined)).toEqual([1, 0, 1, 0, '98.00', '0.00']);
    expect(figures(drafted, sent(), expired)).toEqual([1, 0, 0, 1, '98.00', '0.00']);
  });

  it('passes over what belongs to no quote that it knows', () =>
    expect(project(list, recorded([revised(1), sent(), accepted()])).size).toBe(0));

  it('is reported by counts and values', () => {
    const { measures, labels } = list.report!;
    const sums = { count: 4, sent: 2, accepted: 1, declined: 1, expired: 0 };
    const said = Object.values(measures).map(({ of }) => of(sums, { value: '4.00', wonValue: '1.00' }, {}));
    expect(said).toEqual([4, '4.00', 2, 1, '1.00', 1, 0, 0.5]);
    expect([drafted, plain].map((event) => labels!['owner']!(after(event) as never))).toEqual(['Anna', null]);
  });

  viewContract(list, quoteContracts, anyLogOf(anyEvent));
});

describe('the page of the customer', () => {
  const part = quotesPart(list);

  it('has the newest quotes, and values of those that are sent and accepted', () => {
    const { title, currency, validUntil } = terms;
    const card = { quoteId: 'q-1', dealId: 'd-1', number: 'Q-7', title, currency, validUntil, total: '98.00' };
    const none = { count: 0, values: {} };
    expect(partAfter(part, recorded([drafted, sent()]))).toEqual({
      quotes: { sent: { count: 1, values: { CNY: '98.00' } }, accepted: none, newest: [{ ...card, status: 'sent' }] },
    });
  });

  pagePartContract(part, quoteContracts, anyLogOf(anyEvent));
});

it('has a line for each event', () => {
  const events = [drafted, revised(2), requested, approved, refused, sent(), accepted(), declined, withdrawn, expired];
  expect(events.map(({ type, data }) => (quoteLines[type] as (data: unknown) => string)(data))).toEqual([
    ...['茶叶 · v1 · 98.00 CNY', '红茶 · v2 · 49.00 CNY', '王芳 · v1 · 98.00 CNY', '给王芳 · v1 · 98.00 CNY'],
    ...['不给王芳 · v1 · 98.00 CNY', 'v1 · 98.00 CNY', '王芳 · v1 · 98.00 CNY', '王芳不要 · v1 · 98.00 CNY'],
    ...['停售', 'v1 · 98.00 CNY'],
  ]);
});

it('measures a discount against list prices', () =>
  expect([percentOff({ list: '0.00', net: '0.00' }), percentOff({ list: '3.00', net: '2.00' })]).toEqual([
    '0.00',
    '33.33',
  ]));
