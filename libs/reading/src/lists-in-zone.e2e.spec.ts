import { NoticeLeft } from '../test/notices.js';
import { openDesk } from '../test/desk.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => (desk = await openDesk({ TIME_ZONE: 'Asia/Shanghai' })));
afterAll(() => desk.close());

const left = (noticeId: string, occurredAt: string) => ({
  ...NoticeLeft.event({ noticeId, customerId: 'u-1', subject: noticeId, urgency: 1, tags: [], loud: false }),
  occurredAt,
});

it('begins the days of its ranges where the company is', async () => {
  await desk.record(left('before', '2025-12-31T15:59:59.999Z'), left('first', '2025-12-31T16:00:00.000Z'));
  const ids = async (query: string) => {
    const { body } = await desk.get<{ readonly items: readonly { readonly noticeId: string }[] }>('aud', query);
    return body.items.map(({ noticeId }) => noticeId);
  };
  expect(await ids('notices?leftAt.from=2026-01-01')).toEqual(['first']);
  expect(await ids('notices?leftAt.to=2026-01-01')).toEqual(['before']);
  expect(await ids('notices?leftAt.from=2025-12-31T16:00:00Z')).toEqual(['first']);
});
