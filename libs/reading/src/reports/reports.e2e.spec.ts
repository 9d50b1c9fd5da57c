import { MASK } from '@annals/access';
import type { Report, ReportCatalogue, ReportRecords } from '@annals/reading';
import { openStory } from '../../test/story.js';

let desk: Awaited<ReturnType<typeof openStory>>;
beforeAll(async () => (desk = await openStory()));
afterAll(() => desk.close());

const report = async (caller: string, query = '') => (await desk.get<Report>(caller, `reports/notices${query}`)).body;
const counts = ({ rows }: Report) => rows.map(({ key, measures }) => [...Object.values(key), measures['notices']]);

it('is listed with what its view declares, in the language of the reader', async () => {
  const { body } = await desk.get<ReportCatalogue>('aud', 'reports');
  expect(body.reports).toMatchObject([
    {
      ...{ name: 'notices', path: '/v1/reports/notices', summary: 'Notices by urgency and by who takes them' },
      dimensions: [
        { name: 'status', type: 'text' },
        { name: 'urgency', type: 'number' },
        { name: 'loud', type: 'boolean' },
        { name: 'by' },
        { name: 'customer' },
        { name: 'subject', personal: true },
      ],
      measures: [{ name: 'notices', meaning: 'Number of notices' }, { name: 'urgency' }],
    },
  ]);
  const chinese = await desk.get<ReportCatalogue>('aud', 'reports', 0, { 'accept-language': 'zh-CN' });
  expect(chinese.body.reports[0]).toMatchObject({
    summary: '按紧急程度和负责人统计通知',
    measures: [{ meaning: '通知数' }, {}],
  });
});

it('counts and adds up by the fields of its view', async () => {
  expect(counts(await report('aud', '?by=status,loud'))).toEqual([
    ['done', true, 1],
    ['open', false, 3],
  ]);
  expect((await report('aud')).totals).toMatchObject([{ measures: { notices: 4, urgency: 2 } }]);
});

it('counts what the reader may see, as if there were no more', async () => {
  expect((await report('ann')).totals).toMatchObject([{ measures: { notices: 3 } }]);
  expect(counts(await report('bob', '?by=customer'))).toEqual([['u-bob', 2]]);
  expect((await desk.get('nobody', 'reports/notices')).body).toMatchObject({ totals: [] });
});

it('shows customers by name, masked for users who may not see them', async () => {
  const names = async (caller: string) => (await report(caller, '?by=customer')).rows.map(({ labels }) => labels);
  expect(await names('aud')).toEqual([{ customer: 'u-ann' }, { customer: 'u-bob' }]);
  expect(await names('lea')).toEqual([{ customer: MASK }, { customer: MASK }]);
});

it('leads from a figure to the records behind it, as their view answers', async () => {
  const [open] = (await report('lea', '?by=status&status=open&urgency=3')).rows;
  const { body } = await desk.get<ReportRecords>('lea', open!.records.replace('/v1/', ''));
  expect(body.items).toEqual([{ noticeId: 'n-2', subject: MASK, headline: `!!! ${MASK}`, status: 'open', by: null }]);
});

it.each(['by=subject', 'subject=About%20n-1'])('is not made by what is masked: %s', async (query) =>
  expect(await desk.get('lea', `reports/notices?${query}`)).toMatchObject({
    status: 403,
    body: { code: 'PersonalDataHidden', details: { dimension: 'subject' } },
  }),
);

it.each([
  ['reports/rumours', 404, 'ReportNotFound'],
  ['reports/notices?colour=red', 400, 'UnknownDimension'],
  ['reports/notices?by=tag', 400, 'UnknownDimension'],
  ['reports/notices?loud=maybe', 400, 'ParameterInvalid'],
])('refuses %s', async (url, status, code) =>
  expect(await desk.get('aud', url)).toMatchObject({ status, body: { code } }),
);
