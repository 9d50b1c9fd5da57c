import { openStory, type NoticePage } from '../test/story.js';
import { totalOf, type Total } from './total.js';

let desk: Awaited<ReturnType<typeof openStory>>;
beforeAll(async () => (desk = await openStory()));
afterAll(() => desk.close());

const page = async (caller: string, url: string) =>
  (await desk.get<NoticePage & { readonly total?: Total }>(caller, url)).body;

describe('the total of a list', () => {
  it.each([
    ['aud', 'notices?limit=1', 4],
    ['aud', 'notices?limit=1&status=done', 1],
    ['aud', 'notices?limit=1&by=nobody', 0],
    ['aud', 'notices/by/tags?limit=1', 2],
    ['lea', 'notices?limit=1&updatedSince=2000-01-01', 4],
    ['ann', 'notices?limit=1', 3],
    ['bob', 'notices?limit=1&owner=ann', 0],
    ['nobody', 'notices?limit=1', 0],
  ])('counts on all pages what %s may see of %s', async (caller, url, count) => {
    const { items, total } = await page(caller, `${url}&total=true`);
    expect(total).toEqual({ count, more: false });
    expect(items).toHaveLength(Math.min(count, 1));
  });

  it('is not counted unless it is asked for', async () =>
    expect(await page('aud', 'notices')).not.toHaveProperty('total'));

  it('refuses another wish', async () =>
    expect(await desk.get('aud', 'notices?total=false')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'total' }] },
    }));

  it.each([
    [0, { count: 0, more: false }],
    [10_000, { count: 10_000, more: false }],
    [10_001, { count: 10_000, more: true }],
  ])('says that there are more instead of counting beyond its limit: %i', (counted, total) =>
    expect(totalOf(counted)).toEqual(total),
  );

  it('stands in the description of the API', () => {
    const { paths, components } = desk.api();
    expect(components!.schemas!['NoticePage']).toMatchObject({
      properties: { total: { $ref: '#/components/schemas/Total' } },
    });
    expect(components!.schemas!['Total']).toMatchObject({ required: ['count', 'more'] });
    expect(paths['/v1/notices']!.get!.parameters).toContainEqual(expect.objectContaining({ name: 'total' }));
  });
});
