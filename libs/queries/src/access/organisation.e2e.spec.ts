import { MASK, Rights } from '@annals/access';
import { ORGANISATION, UserAdded, UserDetailsChanged } from '@annals/contracts-organisation';
import { openDesk } from '../../test/desk.js';
import type { EventPage, HistoryPage } from '../index.js';

const MARKER = 'Rumpelstiltskin';
const who = { displayName: MARKER, email: `${MARKER}@annals.example` };
const told = [
  UserAdded.event({ userId: 'u-4', name: 'straw', ...who }),
  UserDetailsChanged.event({ userId: 'u-4', before: who, after: { displayName: MARKER } }),
].map((event) => ({ ...event, subject: ORGANISATION }));

const rights = new Rights(
  'ann',
  new Map((['events.read', 'organisation.read', 'access.read'] as const).map((right) => [right, 'all'] as const)),
);

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(rights);
  await desk.record(...told);
});
afterAll(() => desk.close());

describe('name and e-mail of a user are masked without the permission for personal fields', () => {
  it('in the feed', async () => {
    const { body } = await desk.get<EventPage>('/v1/events');
    expect(body.events.map(({ data }) => data)).toEqual([
      { userId: 'u-4', name: 'straw', displayName: MASK, email: MASK },
      { userId: 'u-4', before: { displayName: MASK, email: MASK }, after: { displayName: MASK } },
    ]);
  });

  it('in the history of the organisation', async () => {
    const { body } = await desk.get<HistoryPage>('/v1/organisation/history');
    expect(body.items.map(({ type }) => type)).toEqual(['UserAdded', 'UserDetailsChanged']);
    expect(JSON.stringify(body)).toContain(MASK);
    expect(JSON.stringify(body)).not.toContain(MARKER);
  });
});

it('is not in the feed of a user who may not see who has access', async () => {
  const reader = await openDesk(
    new Rights('ann', new Map((['events.read', 'organisation.read'] as const).map((right) => [right, 'all'] as const))),
  );
  await reader.record(...told);
  expect((await reader.get<EventPage>('/v1/events')).body).toEqual({ events: [], next: 2 });
  expect((await reader.get<EventPage>('/v1/events?types=UserAdded,ApiKeyIssued')).body.events).toEqual([]);
  await reader.close();
});
