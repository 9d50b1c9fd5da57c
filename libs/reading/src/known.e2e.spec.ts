import { NoticeDone } from '../test/notices.js';
import { openStory } from '../test/story.js';

let desk: Awaited<ReturnType<typeof openStory>>;
beforeAll(async () => (desk = await openStory()));
afterAll(() => desk.close());

const tagAt = async (caller: string, url: string) => (await desk.get(caller, url)).headers['etag'] as string;

describe('an answer that the caller has', () => {
  it.each(['notices/n-2', 'notices?status=open'])('is not sent again at %s', async (url) => {
    const tag = await tagAt('aud', url);
    for (const known of [tag, `"x", ${tag}`, `W/${tag.replace(/^W\//, '')}`, '*']) {
      const { status, headers, text } = await desk.ask('aud', url, { 'if-none-match': known });
      expect([status, headers['etag'], text]).toEqual([304, tag, '']);
      expect(Number(headers['annals-position'])).toBeGreaterThan(0);
    }
  });

  it.each(['notices/n-2', 'notices?status=open'])('is another one for a caller who sees less at %s', async (url) => {
    const tag = await tagAt('aud', url);
    expect(await desk.ask('lea', url, { 'if-none-match': tag })).toMatchObject({ status: 200 });
  });

  it('is sent when the record has changed', async () => {
    const tag = await tagAt('aud', 'notices/n-3');
    await desk.record(NoticeDone.event({ noticeId: 'n-3', customerId: 'u-bob' }));
    const { status, headers } = await desk.ask('aud', 'notices/n-3', { 'if-none-match': tag });
    expect([status, headers['etag']]).toEqual([200, expect.stringMatching(/^"2\./)]);
  });
});
