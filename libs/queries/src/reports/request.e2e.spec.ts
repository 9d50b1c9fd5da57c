import { sentenceOf } from '@annals/event-sourcing';
import { openDesk } from '../../test/desk.js';
import { closedDeals, complaints } from '../../test/report-events.js';
import { reportProblems, type Report, type ReportCatalogue } from '@annals/reading';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(...closedDeals, ...complaints);
});
afterAll(() => desk.close());

it('says what reports there are, and what they can be asked', async () => {
  const { body } = await desk.get<ReportCatalogue>('/v1/reports');
  expect(body.reports.map(({ name, path }) => [name, path])).toEqual([
    ['unknown-callers', '/v1/reports/unknown-callers'],
    ['contact-breaches', '/v1/reports/contact-breaches'],
    ['sales', '/v1/reports/sales'],
    ['deals', '/v1/reports/deals'],
    ['quotes', '/v1/reports/quotes'],
    ['complaints', '/v1/reports/complaints'],
    ['tasks', '/v1/reports/tasks'],
    ['leads', '/v1/reports/leads'],
    ['offers', '/v1/reports/offers'],
  ]);
  expect(body.reports[2]?.dimensions).toContainEqual({ name: 'year', type: 'number' });
  expect(body.reports[2]?.measures).toContainEqual({ name: 'net', meaning: 'Amount after discount' });
});

it('names a dimension that it does not have, and lists those that it has', async () => {
  const unknown = { status: 400, body: { code: 'UnknownDimension', details: { dimension: 'colour' } } };
  expect(await desk.get('/v1/reports/sales?by=year,colour')).toMatchObject(unknown);
  const { body } = await desk.get('/v1/reports/sales?colour=red');
  expect(body.details).toMatchObject({
    dimension: 'colour',
    known: expect.arrayContaining(['year', 'owner']) as string[],
  });
  expect(await desk.get('/v1/reports/sales?constructor=x')).toMatchObject({ body: { code: 'UnknownDimension' } });
});

it.each(['year=MMXX', 'limit=0', 'limit=10001', 'limit=ten', 'sort=year', 'to=1&to=2', 'cursor=1&cursor=2'])(
  'refuses %s',
  async (query) => {
    const url = `/v1/reports/sales?${query}`;
    expect(await desk.get(url)).toMatchObject({ status: 400, body: { code: 'ParameterInvalid' } });
  },
);

const NO_TIMES = [
  'yesterday',
  '20260101',
  '2026-W05',
  '2026-01-01T10',
  '2026-032',
  '2026-01-01T00:00:00',
  '2026-02-30',
];

it.each(NO_TIMES.flatMap((text) => [`from=${text}`, `to=${text}`]))('refuses the time %s', async (query) => {
  const details = { field: query.split('=')[0] };
  for (const path of ['sales', 'complaints', 'sales/records'])
    expect(await desk.get(`/v1/reports/${path}?${query}`)).toMatchObject({
      ...{ status: 400, body: { code: 'MomentInvalid', details } },
    });
});

it('refuses a period that ends before it begins', async () => {
  const details = { from: '2026-02-01', to: '2026-01-01' };
  const refused = { status: 400, body: { code: 'PeriodInvalid', details } };
  expect(await desk.get('/v1/reports/sales?from=2026-02-01&to=2026-01-01')).toMatchObject(refused);
  expect(await desk.get('/v1/customers/u-1/history?from=2026-02-01&to=2026-01-01')).toMatchObject(refused);
});

it('names the allowed values in both languages', async () => {
  const { body } = await desk.get('/v1/reports/complaints?onTime=maybe');
  expect(body).toMatchObject({ code: 'ParameterInvalid', details: { expected: ['true', 'false'] } });
  expect(sentenceOf(reportProblems.type('ParameterInvalid'), { ...body.details })).toEqual({
    en: 'The parameter `onTime` is not valid. Correct it to what is expected: true, false.',
    zh: '参数 `onTime` 无效，请更正为：true、false。',
  });
});

it('says so when there is no such report', async () => {
  expect(await desk.get('/v1/reports/weather')).toMatchObject({ status: 404, body: { code: 'ReportNotFound' } });
});

it.each([
  ['sales?outcome=victory', ['won', 'lost']],
  ['sales?outcome=won,victory', ['won', 'lost']],
  ['complaints?status=closed', ['open', 'resolved', 'withdrawn']],
  ['sales?quarter=Q1', 'a quarter such as 2026-Q1'],
  ['sales?month=2026-13', 'a month such as 2026-01'],
])('refuses %s, and says what there is', async (query, expected) =>
  expect(await desk.get(`/v1/reports/${query}`)).toMatchObject({
    ...{ status: 400, body: { code: 'ParameterInvalid', details: { expected } } },
  }),
);

it('takes a list in either way, and a value with a comma', async () => {
  const where = async (query: string) => (await desk.get<Report>(`/v1/reports/sales?${query}`)).body.where;
  expect(await where('outcome=won,lost')).toEqual(await where('outcome=won&outcome=lost'));
  expect(await where('country=Germany,Austria')).toMatchObject({ country: ['Germany', 'Austria'] });
  expect(await where('country=Korea%5C,%20South')).toMatchObject({ country: ['Korea, South'] });
});
