import { annalsCatalogue, configurationOf } from '@annals/composition';
import { isListed, isReported, type RecordedEvent } from '@annals/event-sourcing';
import { hasPast, type Report, type ReportRecords } from '@annals/reading';
import { acceptedHistories, CUSTOMER } from '../../test/accepted-histories.js';
import { cuts } from '../../test/cuts.js';
import { openDesk } from '../../test/desk.js';
import { imported, undone } from '../../test/undone-import.js';
import { merged, parted, twin } from '../../test/undone-merge.js';

/**
 * Answers as of a moment are compared with the answers, without a moment, of a new process that has only the events of that moment. This
 * file selects those events; the process projects and answers as always. `past-page.spec.ts` is about pages.
 */
const catalogue = annalsCatalogue(configurationOf({}));
const lists = catalogue.views.filter(isListed).filter(hasPast);
const reports = catalogue.views.filter(isReported);

const CUSTOMERS = [CUSTOMER, 'u-2', 'u-9'];
const TIMERS = ['nextTick', 'setImmediate', 'setTimeout', 'setInterval', 'clearTimeout', 'queueMicrotask'] as const;

const longest = acceptedHistories().reduce((one, other) => (other.length > one.length ? other : one));
const half = Math.floor(longest.length / 2);

const history = [
  ...longest.slice(0, half),
  ...[...imported, ...twin, ...merged],
  ...longest.slice(half),
  ...[...parted, ...undone],
];

type Desk = Awaited<ReturnType<typeof openDesk>>;
let whole: Desk;
let log: readonly RecordedEvent[];
let names: readonly string[];
beforeAll(async () => {
  whole = await openDesk();
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 5), doNotFake: [...TIMERS] });
  for (const [index, event] of history.entries()) {
    jest.setSystemTime(Date.UTC(2026, 0, 5) + Math.floor(index / 3) * 3_600_000);
    await whole.record({ ...event, id: `event-${index}` } as never);
  }
  jest.useRealTimers();
  log = (await Array.fromAsync(whole.log.readAll(0))).flat();
  const { body } = await whole.get<{ readonly reports: readonly { readonly name: string }[] }>('/v1/reports');
  names = body.reports.map(({ name }) => name);
}, 60_000);
afterAll(() => whole.close());

/** The reports and lists that had anything at one of the moments. */
const filled = new Set<string>();

type Page = { readonly items: readonly object[]; readonly next: string | null };

/** As if no moment had been named. */
const bare = ({ rows, totals, ...report }: Report) => {
  const unlinked = (each: Report['rows']) => each.map(({ records: _, ...row }) => row);
  return { ...report, asOf: null, axis: null, rows: unlinked(rows), totals: unlinked(totals) };
};

/** What is compared in turn: of each report the records of one row, and each list of one customer. */
let turn = 0;

const expectSameReports = async (then: Desk, asOf: string) => {
  for (const { report } of reports)
    for (const by of [...report.dimensions.map((dimension) => [dimension]), report.dimensions.slice(0, 2)]) {
      const query = `/v1/reports/${report.name}?by=${by.join()}`;
      const expected = await then.get<Report>(query);
      const { body, status } = await whole.get<Report>(`${query}&${asOf}`);
      expect([query, status, expected.status]).toEqual([query, 200, 200]);
      expect(bare(body)).toEqual(bare(expected.body));
      if (body.rows.length === 0) continue;
      filled.add(report.name);
      const row = turn++ % body.rows.length;
      const behind = await whole.get<ReportRecords>(body.rows[row]!.records);
      const found = await then.get<ReportRecords>(expected.body.rows[row]!.records);
      expect(recordsOf(behind)).toEqual(recordsOf(found));
    }
};

/** A refusal is the same as well. */
const recordsOf = ({ status, body }: { readonly status: number; readonly body: Partial<ReportRecords> }) => ({
  ...{ status, items: body.items?.map(unrevised) },
});

/** What is of a moment has no revision that could be changed. */
const unrevised = (record: object) => ('revision' in record ? { ...record, revision: null } : record);

const expectSameLists = async (then: Desk, asOf: string) => {
  for (const { list } of lists) {
    const query = `/v1/${list.path}?customer=${CUSTOMERS[turn++ % CUSTOMERS.length]}&limit=${list.most ?? 200}`;
    const expected = await then.get<Page>(query);
    const { body } = await whole.get<Page>(`${query}&${asOf}`);
    if (body.items.length > 0) filled.add(list.path);
    expect([query, body]).toEqual([query, { ...expected.body, items: expected.body.items.map(unrevised) }]);
  }
};

type Conversion = { readonly steps: readonly { readonly deals: number }[] };

const expectSameConversion = async (then: Desk, asOf: string) => {
  const url = '/v1/deals/conversion';
  const [{ body }, expected] = [await whole.get<Conversion>(`${url}?${asOf}`), await then.get<Conversion>(url)];
  expect(body.steps).toEqual(expected.body.steps);
  if (body.steps.some(({ deals }) => deals > 0)) filled.add('conversion');
};

it('covers every report and every list with a past that slices declare', () => {
  expect(reports.map(({ report: { name } }) => name).toSorted()).toEqual([...names].toSorted());
  expect(lists.length).toBeGreaterThan(0);
});

it('is what a log that was cut there tells now, on each axis, with what undone imports and merges left', async () => {
  for (const { asOf, events } of cuts(log)) {
    const then = await openDesk();
    try {
      if (events.length > 0) await then.record(...events);
      await expectSameLists(then, asOf);
      await expectSameReports(then, asOf);
      await expectSameConversion(then, asOf);
    } finally {
      await then.close();
    }
  }
  const all = [...reports.map(({ report }) => report.name), ...lists.map(({ list }) => list.path), 'conversion'];
  expect(all.filter((name) => !filled.has(name))).toEqual([]);
}, 120_000);

it('counts the deals of a merged customer for the survivor while they are merged', async () => {
  const dealsAt = async (type: string) => {
    const { position } = log.find((event) => event.type === type)!;
    const url = `/v1/deals?customer=u-1&limit=200&asOf=${position}`;
    const { body } = await whole.get<{ readonly items: readonly { readonly dealId: string }[] }>(url);
    return body.items.map(({ dealId }) => dealId);
  };
  expect(await dealsAt('MergeBegun')).not.toContain('d-2');
  expect(await dealsAt('CustomersMerged')).toContain('d-2');
  expect(await dealsAt('CustomerRestored')).not.toContain('d-2');
});
