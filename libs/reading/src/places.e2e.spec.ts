import { CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DepartmentOpened, ORGANISATION, UserPlaced } from '@annals/contracts-organisation';
import type { Event } from '@annals/event-sourcing';
import { NoticeLeft } from '../test/notices.js';
import { openStory } from '../test/story.js';

let desk: Awaited<ReturnType<typeof openStory>>;
beforeAll(async () => {
  desk = await openStory();
  const about = (event: Event): Event => ({ ...event, ...{ subject: ORGANISATION } });
  const placed = { previous: null, teamId: null, positionId: null, regionIds: [] };
  const profile = {
    kind: 'person' as const,
    name: 'u-key',
    roles: ['prospect' as const],
    department: 'Key',
    region: 'east',
  };
  await desk.record(
    about(DepartmentOpened.event({ departmentId: 'sales', name: 'Sales', parentId: null })),
    about(DepartmentOpened.event({ departmentId: 'key', name: 'Key', parentId: 'sales' })),
    about(UserPlaced.event({ userId: 'bob', ...placed, departmentId: 'sales' })),
    CustomerRegistered.event({ customerId: 'u-key', profile }),
    OwnerAssigned.event({ customerId: 'u-key', owner: { id: 'aud' }, previous: null }),
    NoticeLeft.event({ noticeId: 'n-5', customerId: 'u-key', subject: 'n-5', urgency: 1, tags: [], loud: false }),
  );
});
afterAll(() => desk.close());

describe('a list about customers', () => {
  it.each([
    ['owner=ann', ['n-2', 'n-1']],
    ['owner=ann&owner=aud', ['n-2', 'n-5', 'n-1']],
    ['owner=nobody', []],
    ['department=key', ['n-5']],
    ['department=Key', ['n-5']],
    ['department=sales', ['n-4', 'n-3', 'n-5']],
    ['department=sales&owner=bob', ['n-4', 'n-3']],
    ['department=sales&status=done', []],
    ['region=east', ['n-5']],
    ['region=west', []],
  ])('has the filter %s by the place of the customer', async (query, expected) =>
    expect(await desk.ids('aud', `?${query}`)).toEqual(expected),
  );

  it('shows nothing more by them', async () => {
    expect(await desk.ids('ann', '?owner=bob')).toEqual(['n-3']);
    expect(await desk.ids('ann', '?owner=aud')).toEqual([]);
  });

  it('is followed from page to page', async () => {
    const first = await desk.get<{ next: string }>('aud', 'notices?department=sales&limit=2');
    expect(await desk.ids('aud', `?department=sales&limit=2&cursor=${first.body.next}`)).toEqual(['n-5']);
  });

  it.each(['owner=', `department=${'x'.repeat(201)}`])('refuses %s', async (query) =>
    expect(await desk.get('aud', `notices?${query}`)).toMatchObject({ status: 400 }),
  );
});
