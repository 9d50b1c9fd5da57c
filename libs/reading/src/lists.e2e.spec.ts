import { openStory, type NoticePage } from '../test/story.js';

let desk: Awaited<ReturnType<typeof openStory>>;
beforeAll(async () => (desk = await openStory()));
afterAll(() => desk.close());

describe('a list', () => {
  it.each([
    ['', ['n-2', 'n-4', 'n-3', 'n-1']],
    ['?sort=urgency', ['n-1', 'n-3', 'n-4', 'n-2']],
    ['?sort=-subject', ['n-4', 'n-3', 'n-2', 'n-1']],
    ['?status=done', ['n-1']],
    ['?urgency=2&urgency=3&sort=subject', ['n-2', 'n-3', 'n-4']],
    ['?loud=true', ['n-1']],
    ['?by=ann', ['n-3']],
    ['?tag=call&sort=subject', ['n-1', 'n-2']],
    ['?tag=visit&status=open&sort=subject', ['n-2', 'n-3']],
    ['?subject=About%20n-4', ['n-4']],
    ['?by=nobody', []],
    ['?urgency.from=2&sort=subject', ['n-2', 'n-3', 'n-4']],
    ['?urgency.from=2&urgency.to=3&sort=subject', ['n-3', 'n-4']],
    ['?leftAt.from=2026-01-06&sort=subject', ['n-4']],
    ['?leftAt.to=2026-01-06T09:00:00%2B08:00&sort=subject', ['n-1', 'n-2', 'n-3']],
    ['?late=true&sort=subject', ['n-2', 'n-3']],
    ['?late=true&status=done', []],
    ['?updatedSince=2000-01-01&sort=subject', ['n-1', 'n-2', 'n-3', 'n-4']],
    ['?updatedSince=2999-01-01', []],
  ])('is filtered and sorted by %s, as its view declares', async (query, expected) =>
    expect(await desk.ids('aud', query)).toEqual(expected),
  );

  it('comes in pages, each record once', async () => {
    const first = await desk.get<NoticePage>('aud', 'notices?limit=3&sort=subject');
    const second = await desk.get<NoticePage>('aud', `notices?limit=3&sort=subject&cursor=${first.body.next}`);
    expect([first, second].map(({ body }) => body.items.map(({ noticeId }) => noticeId))).toEqual([
      ['n-1', 'n-2', 'n-3'],
      ['n-4'],
    ]);
    expect(second.body.next).toBeNull();
  });

  it.each([
    ['a parameter that it does not have', 'colour=red', { errors: [{ field: 'colour', rule: 'unknownField' }] }],
    ['a value that its field cannot have', 'status=lost', { errors: [{ field: 'status.0' }] }],
    ['a number that is none', 'urgency=high', { errors: [{ field: 'urgency.0' }] }],
    ['an empty number', 'urgency=', { errors: [{ field: 'urgency.0' }] }],
    ['a flag that is none', 'loud=yes', { errors: [{ field: 'loud.0' }] }],
    ['a condition that is not asked for', 'late=false', { errors: [{ field: 'late', rule: 'isIn' }] }],
    ['a bound that is no time', 'leftAt.from=soon', { errors: [{ field: 'leftAt.from' }] }],
    ['an instant without its offset', 'leftAt.to=2026-01-05T09:00', { errors: [{ field: 'leftAt.to' }] }],
    ['a bound of no range', 'subject.from=a', { errors: [{ field: 'subject.from', rule: 'unknownField' }] }],
    ['an instant without seconds', 'leftAt.to=2026-01-05T09:00Z', { errors: [{ field: 'leftAt.to' }] }],
    ['a range that ends before it begins', 'urgency.from=3&urgency.to=2', { code: 'PeriodInvalid' }],
    [
      'a period that ends before it begins',
      'leftAt.from=2026-01-06&leftAt.to=2026-01-05T23:59:59Z',
      { code: 'PeriodInvalid', details: { from: '2026-01-06', to: '2026-01-05T23:59:59Z' } },
    ],
    ['two lower bounds', 'urgency.from=1&urgency.from=2', { errors: [{ field: 'urgency.from' }] }],
    ['a time of change that is none', 'updatedSince=now', { errors: [{ field: 'updatedSince' }] }],
    ['an empty text', 'tag=', { errors: [{ field: 'tag.0' }] }],
    ['too long a text', `tag=${'x'.repeat(201)}`, { errors: [{ field: 'tag.0' }] }],
    ['too many values', 'tag=x&'.repeat(101), { errors: [{ field: 'tag' }] }],
    ['a member of every object', 'constructor=x', { errors: [{ field: 'constructor' }] }],
    ['an order that it does not have', 'sort=loud', { errors: [{ field: 'sort', rule: 'isIn' }] }],
    ['two orders', 'sort=subject&sort=urgency', { errors: [{ field: 'sort' }] }],
    ['no items', 'limit=0', { errors: [{ field: 'limit' }] }],
    ['too many items', 'limit=1001', { errors: [{ field: 'limit' }] }],
    ['a cursor of its own making', 'cursor=nonsense', { code: 'CursorInvalid' }],
  ])('refuses %s', async (_, query, expected) =>
    expect(await desk.get('aud', `notices?${query}`)).toMatchObject({ status: 400, body: expected }),
  );

  it('shows its answer, not the stored document', async () => {
    const { body } = await desk.get<NoticePage>('aud', 'notices?status=done');
    expect(body.items).toEqual([
      {
        ...{ noticeId: 'n-1', subject: 'About n-1', headline: '! About n-1', status: 'done', by: null },
        ...{ customerName: 'u-ann', revision: 1 },
      },
    ]);
  });
});

describe('one record', () => {
  it('is answered with its revision', async () => {
    const { status, headers, body } = await desk.get<object>('aud', 'notices/n-3');
    expect([status, headers['etag']]).toEqual([200, expect.stringMatching(/^"1\.[\w-]{22}"$/)]);
    expect(body).toMatchObject({ noticeId: 'n-3', by: { id: 'ann' }, revision: 1 });
  });

  it.each(['n-9', 'constructor'])('is not found under %s', async (id) =>
    expect(await desk.get('aud', `notices/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'NoticeNotFound', title: 'Notice not found', details: { id } },
    }),
  );
});

describe('how fresh an answer is', () => {
  it.each(['notices', 'notices/n-1', 'notices/n-9', 'notices/by/tags'])('is stated at %s', async (url) => {
    const { headers } = await desk.get('aud', url);
    expect(Number(headers['annals-position'])).toBeGreaterThan(0);
    expect(headers['annals-stale']).toBeUndefined();
  });

  it('is stated on lists and on single records if it is behind the token', async () => {
    const answers = await Promise.all(['notices', 'notices/n-1', 'notices/n-9'].map((url) => desk.get('aud', url, 9)));
    expect(answers.map(({ headers }) => headers['annals-stale'])).toEqual(['true', 'true', 'true']);
  });
});
