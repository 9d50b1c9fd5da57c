import { executorOf } from '@annals/composition';
import { bindFiles, importFiles, loadMapping } from '@annals/importing';
import { ProjectionRunner } from '@annals/projecting';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { PATIENCE } from '@annals/testing';
import { CommandBus } from '@nestjs/cqrs';
import { openStaffed } from './staffed.js';

let annals: Awaited<ReturnType<typeof openStaffed>>;
beforeAll(async () => (annals = await openStaffed(['administrator'])));
afterAll(() => annals.app.close());

const path = `${import.meta.dirname}/opportunities/mapping.json`;

const imported = async () => {
  const mapping = await loadMapping(path);
  const { app, log } = annals;
  const executor = executorOf(app.get(CommandBus), log, app.get<Catalogue>(CATALOGUE), 'system:import', 'compare');
  return importFiles({ mapping, files: bindFiles(mapping, path, []), check: executor.execute, ...executor });
};

type Texts = Readonly<Record<string, string>>;
type Row = { readonly key: Texts; readonly labels: Texts; readonly measures: Readonly<Record<string, unknown>> };

type Step = { readonly step: string; readonly deals: number };

const see = async (url: string) => {
  const { positions, projections } = annals.app.get(ProjectionRunner);
  const head = await annals.log.head();
  await Promise.all(projections.map(({ name }) => positions.passed(name, head, PATIENCE)));
  const { status, body } = await annals.ask('administrator', 'GET', url, {});
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as unknown as { readonly rows: readonly Row[] };
};
const rowsOf = async (query: string) => (await see(`/v1/reports/sales?${query}`)).rows;

it('imports every row of a file of sales opportunities, and adds nothing the second time', async () => {
  const commands = { RegisterCustomer: { refused: 0 }, OpenDeal: { refused: 0 }, CloseDeal: { refused: 0 } };
  const first = await imported();
  expect(first).toMatchObject({ rows: 12, failed: 0, warnings: 0, commands });
  expect(first.commands).toMatchObject({ OpenDeal: { stored: 9 }, CloseDeal: { stored: 5 } });
  const head = await annals.log.head();
  expect(await imported()).toMatchObject({ rows: 12, failed: 0, warnings: 0, differing: 0 });
  expect(await annals.log.head()).toBe(head);
});

it('answers how many were won and lost, and how many of a region are open at which step', async () => {
  const byOutcome = await rowsOf('by=outcome');
  expect(byOutcome.map(({ key, measures }) => [key['outcome'], measures['deals']])).toEqual([
    ['lost', 1],
    ['won', 4],
  ]);
  const { steps } = (await see('/v1/deals/pipeline?region=East')) as unknown as { readonly steps: readonly Step[] };
  const open = steps.filter(({ deals }) => deals > 0).map(({ step, deals }) => [step, deals]);
  expect(open).toEqual([
    ['need-found', 1],
    ['negotiation', 1],
  ]);
});

it('answers the value that was won by quarter and by agent', async () => {
  const byQuarter = await rowsOf('by=quarter');
  expect(byQuarter.map(({ key, measures }) => [key['quarter'], measures['net'], measures['deals']]).toSorted()).toEqual(
    [
      ['2017-Q1', '9014.00', 2],
      ['2017-Q2', '25512.50', 2],
    ],
  );
  const byAgent = await rowsOf('by=owner&sort=net');
  expect(byAgent.map(({ labels, measures }) => [labels['owner'], measures['net']])).toEqual([
    ['Anna Hofer', '9014.00'],
    ['Li Na', '25512.50'],
  ]);
});

const dealsBy = async (query: string) => (await see(`/v1/reports/deals?currency=USD&${query}`)).rows;
const figuresBy = async (dimension: string, measures: readonly string[], more = '') =>
  (await dealsBy(`by=${dimension}${more}`)).map(({ key, labels, measures: all }) => [
    labels[dimension] ?? key[dimension],
    ...measures.map((measure) => all[measure]),
  ]);

it('answers how many there are at each stage, won and lost ones among them', async () =>
  expect(await figuresBy('stage', ['deals', 'value'])).toEqual([
    ['lost', 1, '550.00'],
    ['need-found', 2, '5371.00'],
    ['negotiation', 2, '5371.00'],
    ['won', 4, '34526.50'],
  ]));

it('answers the value that was won by quarter, by agent and by manager', async () => {
  expect(await figuresBy('closedQuarter', ['wonValue', 'won'], '&status=won')).toEqual([
    ['2017-Q1', '9014.00', 2],
    ['2017-Q2', '25512.50', 2],
  ]);
  expect(await figuresBy('owner', ['wonValue', 'averageWonValue'], '&sort=wonValue')).toEqual([
    ['Anna Hofer', '9014.00', '4507.00'],
    ['Li Na', '25512.50', '12756.25'],
  ]);
  expect(await figuresBy('manager', ['wonValue', 'won', 'lost', 'open', 'deals'])).toEqual([
    ['Jonas Berg', '25512.50', 2, 1, 2, 5],
    ['Maria Gruber', '9014.00', 2, 0, 2, 4],
  ]);
});

it('answers win rate, average value and cycle', async () => {
  const { totals } = (await see('/v1/reports/deals?currency=USD')) as unknown as { readonly totals: readonly Row[] };
  // Won after 132, 137, 240 and 0 days, lost after 133.
  expect(totals[0]!.measures).toMatchObject({
    ...{ deals: 9, open: 4, won: 4, lost: 1, winRate: 0.8, wonValue: '34526.50', averageWonValue: '8631.63' },
    ...{ averageCycleDays: 128.4, averageWonCycleDays: 127.25, averageLostCycleDays: 133 },
    ...{ medianCycleDays: 133, medianWonCycleDays: 134.5, medianLostCycleDays: 133 },
  });
  expect(await figuresBy('owner', ['winRate', 'averageCycleDays', 'medianCycleDays'])).toEqual(
    expect.arrayContaining([
      ['Anna Hofer', 1, 134.5, 134.5],
      ['Li Na', 0.6667, 124.33, 133],
    ]),
  );
});

it('answers for a part and for another day, and null where nothing is counted', async () => {
  expect(await figuresBy('region', ['winRate', 'averageCycleDays'], '&status=open')).toEqual([
    ['Central', null, null],
    ['East', null, null],
  ]);
  expect(await figuresBy('stage', ['deals'], '&asOf=2017-03-08&axis=occurred&manager=Jonas%20Berg')).toEqual([
    ['lost', 1],
    ['negotiation', 2],
  ]);
});
