import { MASK } from '@annals/access';
import { customer, openDesk } from '../test/desk.js';
import { NoticeLeft } from '../test/notices.js';
import { openStory, type NoticePage } from '../test/story.js';

let desk: Awaited<ReturnType<typeof openStory>>;
beforeAll(async () => (desk = await openStory()));
afterAll(() => desk.close());

describe('records about customers', () => {
  it.each([
    ['ann', ['n-2', 'n-3', 'n-1']],
    ['bob', ['n-4', 'n-3']],
    ['lea', ['n-2', 'n-4', 'n-3', 'n-1']],
    ['nobody', []],
  ])('are those of customers in scope, and one’s own, for %s', async (caller, visible) => {
    expect(await desk.ids(caller)).toEqual(visible);
    for (const id of ['n-1', 'n-2', 'n-3', 'n-4'])
      expect((await desk.get(caller, `notices/${id}`)).status).toBe(visible.includes(id) ? 200 : 404);
  });

  it('are masked before the answer is made of them', async () => {
    const told = { noticeId: 'n-2', revision: 0, status: 'open', by: null };
    const masked = { ...told, subject: MASK, headline: `!!! ${MASK}`, customerName: MASK };
    const { body } = await desk.get<NoticePage>('lea', 'notices');
    expect(body.items[0]).toEqual(masked);
    expect((await desk.get('lea', 'notices/n-2')).body).toEqual(masked);
    expect(JSON.stringify(body)).not.toContain('About');
  });

  it.each(['sort=subject', 'sort=-subject', 'subject=About%20n-2'])('cannot be found by a mask: %s', async (query) =>
    expect(await desk.get('lea', `notices?${query}`)).toMatchObject({
      status: 403,
      body: { code: 'PersonalDataHidden', details: { field: 'subject' } },
    }),
  );
});

describe('records about no customer', () => {
  const tags = async (caller: string) => (await desk.get<NoticePage>(caller, 'notices/by/tags')).body.items;

  it('are seen by everybody with the right', async () => {
    expect(await tags('aud')).toEqual([
      { tag: 'call', last: 'About n-2' },
      { tag: 'visit', last: 'About n-3' },
    ]);
    expect((await desk.get('aud', 'notices/by/tags/call')).status).toBe(200);
    expect((await desk.get('nobody', 'notices/by/tags/call')).status).toBe(404);
  });

  it('are masked for users without the right to personal data', async () => {
    expect(await tags('lea')).toEqual(expect.arrayContaining([{ tag: 'call', last: MASK }]));
    expect((await desk.get('lea', 'notices/by/tags/call')).body).toEqual({ tag: 'call', last: MASK });
  });
});

describe('records whose customer is not known yet', () => {
  let office: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    office = await openDesk();
    const left = { subject: 'Of somebody', urgency: 1 as const, tags: [], loud: false };
    await office.record(
      ...customer('u-bob', 'bob'),
      NoticeLeft.event({ ...left, noticeId: 'n-5', customerId: null }),
      NoticeLeft.event({ ...left, noticeId: 'n-6', customerId: 'u-bob' }),
    );
  });
  afterAll(() => office.close());

  const ids = async (caller: string, query = '') =>
    (await office.get<NoticePage>(caller, `notices${query}`)).body.items.map(({ noticeId }) => noticeId);

  it.each([
    ['ann', ['n-5'], 'Of somebody', 1],
    ['bob', ['n-6', 'n-5'], 'Of somebody', 2],
    ['lea', ['n-6', 'n-5'], MASK, 2],
    ['nobody', [], undefined, 0],
  ])('are seen by everybody with the right, and masked as theirs: %s', async (caller, visible, subject, count) => {
    expect(await ids(caller)).toEqual(visible);
    const { status, body } = await office.get<{ subject?: string }>(caller, 'notices/n-5');
    expect([status, body.subject]).toEqual(visible.length > 0 ? [200, subject] : [404, undefined]);
    if (count === 0) return;
    expect((await office.get(caller, 'notices?total=true')).body).toMatchObject({ total: { count } });
    expect((await office.get(caller, 'reports/notices')).body).toMatchObject({
      totals: [{ measures: { notices: count } }],
    });
  });

  it('are found by what is personal, where that is seen', async () =>
    expect(await ids('ann', '?subject=Of%20somebody')).toEqual(['n-5']));

  it('are in no place of a customer', async () => expect(await ids('aud', '?owner=bob')).toEqual(['n-6']));
});
