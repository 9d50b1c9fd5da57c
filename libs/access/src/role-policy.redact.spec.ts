import { identifierProblems, problems, Rejection, RevisionConflict } from '@annals/event-sourcing';
import { openDoor } from '../test/front-door.staffed.js';

let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => (door = await openDoor()));
afterAll(() => door.close());

const words = { en: 'Deal not open', zh: '商机未打开' };
const deal = problems({ DealNotOpen: { kind: 'conflict', title: words, detail: words } });

const taken = (holder: string) => new Rejection(identifierProblems.type('IdentifierTaken'), { field: 'email', holder });
const redacted = async (id: string, error: unknown, ...roles: string[]) =>
  door.policy.redactFor({ id, name: id, roles }, error);

describe('who holds a value that is taken', () => {
  it.each([
    ['ann', [], 'customer-u-ann'],
    ['ann', [], 'customer-u-bob'],
    ['sue', [], 'customer-u-free'],
    ['an auditor', ['auditor'], 'customer-u-free'],
    ['an auditor', ['auditor'], 'customer-u-under-way'],
    ['ann', [], 'user-bob'],
  ])('is named to %s %j, who sees %s', async (id, roles, holder) => {
    expect(await redacted(id, taken(holder), ...roles)).toMatchObject({ details: { field: 'email', holder } });
  });

  it.each([
    ['ann', [], 'customer-u-free'],
    ['sue', [], 'customer-u-ann'],
    ['ann', [], 'customer-u-under-way'],
    ['an analyst, who sees no e-mail of', ['analyst'], 'customer-u-ann'],
    ['nobody', [], 'customer-u-ann'],
    ['nobody', [], 'user-bob'],
  ])('is not named to %s %j, who does not see %s', async (id, roles, holder) => {
    const error = await redacted(id, taken(holder), ...roles);
    expect(error).toBeInstanceOf(Rejection);
    expect(error).toMatchObject({ code: 'IdentifierTaken', details: { field: 'email' } });
    expect(JSON.stringify(error)).not.toContain(holder);
  });
});

it.each([
  new Rejection(deal.type('DealNotOpen'), { status: 'won' }),
  new RevisionConflict('customer-u-ann', 0, 1),
  'trouble',
])('leaves %s as it is', async (error) => expect(await redacted('ann', error)).toBe(error));
