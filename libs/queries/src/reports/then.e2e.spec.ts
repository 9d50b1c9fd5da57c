import type { Report, ReportRecords } from '@annals/reading';
import { openDesk } from '../../test/desk.js';
import { closedDeals, complaints } from '../../test/report-events.js';

const REPORTS = ['sales?by=year,country', 'sales?by=customer&outcome=won,lost', 'complaints?by=severity'];

let desk: Awaited<ReturnType<typeof openDesk>>;
/** What each report said when the log ended at a position, and its records. */
const printed: {
  readonly position: number;
  readonly query: string;
  readonly report: Report;
  readonly records: object;
}[] = [];

const recordsOf = (query: string) => query.replace('?', '/records?').replace(/by=[a-z,]*&?/, '');

beforeAll(async () => {
  desk = await openDesk();
  let position = 0;
  for (const event of [...closedDeals, ...complaints]) {
    await desk.record(event);
    position += 1;
    for (const query of REPORTS) {
      const { body: report } = await desk.get<Report>(`/v1/reports/${query}`);
      const { body: records } = await desk.get<ReportRecords>(`/v1/reports/${recordsOf(query)}`);
      printed.push({ position, query, report, records });
    }
  }
});
afterAll(() => desk.close());

/** As if no moment had been named. */
const bare = ({ rows, totals, ...report }: Report) => {
  const unlinked = (each: Report['rows']) => each.map(({ records: _, ...row }) => row);
  return { ...report, asOf: null, axis: null, rows: unlinked(rows), totals: unlinked(totals) };
};

it('is what the report said when the log ended there', async () => {
  for (const { position, query, report, records } of printed) {
    const { body } = await desk.get<Report>(`/v1/reports/${query}&asOf=${position}`);
    expect(bare(body)).toEqual(bare(report));
    const then = await desk.get<ReportRecords>(`/v1/reports/${recordsOf(query)}&asOf=${position}`);
    expect(then.body).toEqual(records);
  }
});

it('says on which moment and axis its figures rest, in its links, too', async () => {
  const { body } = await desk.get<Report>('/v1/reports/sales?by=year&asOf=1996-12-31T12:00:00Z&axis=occurred');
  expect(body).toMatchObject({ asOf: '1996-12-31T12:00:00Z', axis: 'occurred' });
  expect(body.rows.map(({ key }) => key['year'])).toEqual([1996]);
  const { searchParams } = new URL(body.rows[0]!.records, 'http://localhost');
  expect([searchParams.get('asOf'), searchParams.get('axis')]).toEqual(['1996-12-31T12:00:00Z', 'occurred']);
  const { body: behind } = await desk.get<ReportRecords>(body.rows[0]!.records);
  expect(behind.items).toHaveLength(3);
});

it('is empty before anything was recorded', async () => {
  const { body } = await desk.get<Report>('/v1/reports/sales?asOf=2000-01-01');
  expect(body.totals).toEqual([]);
});

it.each([
  ['asOf=yesterday', 'MomentInvalid'],
  ['asOf=2026-01-01&axis=sideways', 'ParameterInvalid'],
])('refuses %s', async (query, code) =>
  expect(await desk.get(`/v1/reports/sales?${query}`)).toMatchObject({ status: 400, body: { code } }),
);
