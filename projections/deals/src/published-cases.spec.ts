import { DealClosed, DealOpened, STEPS, type DealEvent } from '@annals/contracts-deals';
import { FoldedViews, type RecordedEvent } from '@annals/event-sourcing';
import { itOnData, recorded } from '@annals/testing';
import { readFile } from 'node:fs/promises';
import { dealReport } from './index.js';

const CASES = '../analytics-cases.json';

type Case = {
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly published: Readonly<Record<string, number>>;
  readonly abs_tolerance: number;
  readonly recomputed: Readonly<Record<string, number>>;
};

const caseIn = async (path: string, id: string): Promise<Case> => {
  const { cases } = JSON.parse(await readFile(path, 'utf8')) as { readonly cases: readonly Case[] };
  return cases.find((each) => each.id === id)!;
};

const likely = (percent: number) =>
  dealReport({
    calendar: { timeZone: 'UTC' },
    reportAttributes: [],
    stepProbabilities: Object.fromEntries(STEPS.map((step) => [step, percent])) as Record<
      (typeof STEPS)[number],
      number
    >,
    forecastFrom: { commit: 75, 'best-case': 50 },
  });

const DAY = 86_400_000; // ms

const at = (event: DealEvent, days: number) => ({
  ...recorded([event])[0]!,
  occurredAt: new Date(Date.UTC(2026, 0, 1) + days * DAY).toISOString(),
});

const terms = (index: number, amount: number) => ({
  ...{ dealId: `d-${index}`, customerId: 'u-1', title: 'Tea', value: { amount: `${amount}`, currency: 'USD' } },
  ...{ lines: [], owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} },
});
const open = (index: number, amount: number) => at(DealOpened.event({ ...terms(index, amount), step: 'intent' }), 0);
const close = (index: number, amount: number, outcome: 'won' | 'lost', days: number) => {
  const closing = { outcome, step: 'intent', reason: 'price', competitor: null } as const;
  return at(DealClosed.event({ ...terms(index, amount), ...closing }), days);
};

/** The measures of all deals after these events, as the report answers them. */
const figuresAfter = (view: ReturnType<typeof likely>, events: readonly RecordedEvent[]) => {
  const { sum, amounts = [], measures } = view.report;
  const folded = new FoldedViews([view]);
  folded.add(events.map((event, index) => ({ ...event, position: index + 1 })));
  const [part] = folded.read([{ view: view.name, aggregation: { where: [], groupBy: [], sum, amounts } }]);
  const { count, sums, amounts: exact } = part!.groups[0]!;
  const named = { ...Object.fromEntries(sum.map((name, index) => [name, sums[index]!])), count };
  const added = Object.fromEntries(amounts.map((name, index) => [name, exact[index]!]));
  return (name: string) => Number(measures[name]!.of(named, added, {}));
};

const within = (figure: number, { published, recomputed, abs_tolerance: most }: Case, name: string) => {
  expect(Math.abs(figure - published[name]!)).toBeLessThanOrEqual(most);
  expect(figure).toBeCloseTo(recomputed[name]!, 2);
};

itOnData(CASES, 'weights open deals as the published example does', async (path) => {
  const example = await caseIn(path, 'weighted-stage');
  const { deals, p } = example.inputs as { readonly deals: readonly number[]; readonly p: number };
  const figure = figuresAfter(
    likely(p * 100),
    deals.map((amount, index) => open(index, amount)),
  );
  within(figure('openValue'), example, 'total');
  within(figure('weightedValue'), example, 'weighted');
});

itOnData(CASES, 'has the sales velocity of the published example', async (path) => {
  const example = await caseIn(path, 'velocity-1');
  const { opps, deal, win, cycle } = example.inputs as Readonly<Record<'opps' | 'deal' | 'win' | 'cycle', number>>;
  const closed = 100;
  const events = [
    ...Array.from({ length: opps + closed }, (_, index) => open(index, deal)),
    ...Array.from({ length: closed }, (_, index) => {
      const outcome = index < Math.round(win * closed) ? 'won' : 'lost';
      return close(index, deal, outcome, outcome === 'won' ? cycle : 1);
    }),
  ];
  within(figuresAfter(likely(50), events)('salesVelocity'), example, 'per_day');
});
