import { DealClosed, DealReopened, DealWithdrawn, type DealEvent } from '@annals/contracts-deals';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { salesReport as salesReportIn } from './sales-report.js';

const salesReport = salesReportIn({ calendar: { timeZone: 'UTC' } });

const ids = { dealId: 'd-1', customerId: 'u-1' };
const chai = {
  lineId: 'd-1:l1',
  product: 'Chai',
  category: 'Beverages',
  quantity: '12',
  unitPrice: '18',
  discount: '0.25',
  net: '162.00',
};
const rope = { lineId: 'd-1:l2', product: 'Rope', quantity: '2.5', unitPrice: '0.33', discount: '0', net: '0.825' };
const closed = DealClosed.event({
  ...ids,
  title: 'Tea and rope',
  value: { amount: '162.825', currency: 'EUR' },
  lines: [chai, rope],
  owner: { id: 'nancy', name: 'Nancy Davolio' },
  country: 'Germany',
  region: 'Bayern',
  expectedCloseDate: null,
  attributes: {},
  outcome: 'won',
  step: 'trading',
  reason: 'price',
  competitor: 'Tea & Co',
});
const without = { lines: [], value: { amount: '50', currency: 'EUR' }, owner: null };
const withoutLines = DealClosed.event({ ...closed.data, ...without });
const reopened = DealReopened.event({
  ...{ ...ids, reason: 'cancelled', outcome: 'won', lines: 2, step: 'trading', title: 'Tea and rope' },
  ...{ value: { amount: '162.825', currency: 'EUR' }, owner: null, expectedCloseDate: null },
});
const reopenedWithoutLines = DealReopened.event({ ...reopened.data, lines: 0 });

const after = (...events: DealEvent[]) => project(salesReport, recorded(events));

describe('sales report', () => {
  it('has no fact of a deal that was withdrawn', () =>
    expect(after(closed, DealWithdrawn.event({ ...ids, lines: 2 }))).toEqual(new Map()));

  it('has a fact for each line of a closed deal', () => {
    const fact = {
      ...{ ...ids, title: 'Tea and rope', closedAt: '2026-01-01T00:00:00.000Z' },
      ...{ outcome: 'won', reason: 'price', competitor: 'Tea & Co' },
      ...{ owner: { id: 'nancy', name: 'Nancy Davolio' }, country: 'Germany', region: 'Bayern', currency: 'EUR' },
    };
    const first = { product: 'Chai', category: 'Beverages', quantity: '12', gross: '216.00', net: '162.00' };
    const second = { product: 'Rope', category: null, quantity: '2.5', gross: '0.825', net: '0.825' };
    expect(after(closed)).toEqual(
      new Map([
        ['d-1#0', { ...fact, line: 0, ...first }],
        ['d-1#1', { ...fact, line: 1, ...second }],
      ]),
    );
  });

  it('names the owner as at the close, if the deal has one', () => {
    const { labels } = salesReport.report!;
    const nameless = DealClosed.event({ ...closed.data, owner: { id: 'nancy' } });
    const called = [closed, nameless, withoutLines].map((event) => labels!['owner']!([...after(event).values()][0]!));
    expect(called).toEqual(['Nancy Davolio', null, null]);
  });

  it('has one fact of a deal without lines, with its value', () => {
    expect(after(withoutLines)).toEqual(
      new Map([
        [
          'd-1#0',
          expect.objectContaining({ line: 0, product: null, category: null, quantity: '0.00', gross: '50', net: '50' }),
        ],
      ]),
    );
  });

  it('has no facts of a deal that was reopened', () => {
    expect(after(closed, reopened)).toEqual(new Map());
    expect(after(withoutLines, reopenedWithoutLines)).toEqual(new Map());
  });

  it('has the facts of the last close of a deal', () => {
    expect([...after(closed, reopened, withoutLines).keys()]).toEqual(['d-1#0']);
  });

  it('can be grouped by time, place, product and people, and summed exactly', () => {
    const [first, second] = [...after(closed).values()];
    expect(fieldsOf(salesReport, first!)).toEqual({
      ...{ year: 2026, quarter: '2026-Q1', month: '2026-01', closedAt: '2026-01-01T00:00:00.000Z' },
      ...{ outcome: 'won', reason: 'price', competitor: 'Tea & Co', owner: 'nancy', customer: 'u-1' },
      ...{ country: 'Germany', region: 'Bayern', product: 'Chai', category: 'Beverages', currency: 'EUR' },
      ...{ deal: 'd-1', deals: 1, net: '162.00', gross: '216.00', quantity: '12' },
    });
    expect(fieldsOf(salesReport, second!)).toMatchObject({ category: null, deals: 0, net: '0.825', quantity: '2.5' });
  });

  it('counts a deal of nobody under no owner', () => {
    const [fact] = [...after(withoutLines).values()];
    expect(fieldsOf(salesReport, fact!)).toMatchObject({ owner: null, deals: 1 });
  });

  it.each([
    ['03-31', 1],
    ['04-01', 2],
    ['12-31', 4],
  ])('puts %s into quarter %d', (date, quarter) => {
    const [fact] = [...project(salesReport, recorded([closed], { occurredAt: `1997-${date}T00:00:00.000Z` })).values()];
    expect(fieldsOf(salesReport, fact!)).toMatchObject({ year: 1997, quarter: `1997-Q${quarter}` });
  });

  const anyEvent = fc
    .record({
      event: fc.constantFrom<DealEvent>(closed, withoutLines, reopened, reopenedWithoutLines),
      dealId: fc.constantFrom('d-1', 'd-2'),
    })
    .map(({ event, dealId }) => ({ ...event, data: { ...event.data, dealId } }));
  projectionContract(salesReport, anyLogOf(anyEvent));
});
