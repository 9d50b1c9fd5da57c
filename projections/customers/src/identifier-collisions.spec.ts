import { IdentifierShared } from '@annals/contracts-customers';
import { project } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { identifierCollisions } from './identifier-collisions.js';

const shared = (kind: string, ...holders: string[]) => IdentifierShared.event({ kind, holders });

const after = (...events: ReturnType<typeof shared>[]) => [
  ...project(
    identifierCollisions,
    recorded(events).map((event) => ({ ...event, stream: 'identifier-x', recordedAt: `2026-01-0${event.position}` })),
  ).values(),
];

it('lists a value from when several records were found to have it until one alone has it', () => {
  const [two, three, one] = [['a', 'b'], ['a', 'b', 'c'], ['c']].map((ids) =>
    shared('email', ...ids.map((id) => `customer-${id}`)),
  );
  expect(after(two!, three!)).toEqual([
    {
      ...{ collisionId: 'x', kind: 'email', since: '2026-01-01', customers: ['a', 'b', 'c'] },
      holders: ['customer-a', 'customer-b', 'customer-c'],
    },
  ]);
  expect(after(two!, three!, one!)).toEqual([]);
});

it('names users as holders, but not as customers', () => {
  expect(after(shared('userName', 'user-a', 'user-b'))).toMatchObject([{ customers: [], kind: 'userName' }]);
});
