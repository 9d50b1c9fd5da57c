import { MASK } from '@annals/access';
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
    const told = { noticeId: 'n-2', status: 'open', by: null };
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
