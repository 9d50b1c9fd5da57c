import { annalsCatalogue, configurationOf } from '@annals/composition';
import { ROLES } from '@annals/contracts-values';
import { ProjectionRunner } from '@annals/projecting';
import { PATIENCE } from '@annals/testing';
import { OUT, OWN, READS, WRITES, type Asked } from './beyond-requests.js';
import { readsOf } from './counted-reads.js';
import { recordsOf } from './records-beyond.js';
import { openStaffed } from './staffed.js';

const { grants, rights } = annalsCatalogue(configurationOf({}));

/** Who has some rights about customers, and none about all of them. */
const SCOPED = ROLES.filter((role) => {
  const own = grants.filter((grant) => grant.role === role && rights[grant.permission]!.about === 'customers');
  return own.length > 0 && own.every(({ scope }) => scope !== 'all');
});

/** In one world a customer with records of every kind has the first id, in the other one the second. */
const TWIN = 'beyond-2';

type World = Awaited<ReturnType<typeof openStaffed>>;

const open = async (customerId: string): Promise<World> => {
  const world = await openStaffed(ROLES);
  for (const [url, body] of recordsOf(customerId)) {
    const { status, body: answer } = await world.ask('administrator', 'POST', url, body);
    if (status >= 300) throw new Error(`${url}: ${JSON.stringify(answer)}`);
  }
  return world;
};

const settled = async ({ app, log }: World) => {
  const { positions, projections } = app.get(ProjectionRunner);
  const head = await log.head();
  await Promise.all(projections.map(({ name }) => positions.passed(name, head, PATIENCE)));
};

let worlds: readonly World[];
beforeAll(async () => (worlds = await Promise.all([OUT, TWIN].map(open))));
afterAll(() => Promise.all(worlds.map(({ app }) => app.close())));

const CHANGING = /\d{4}-\d\d-\d\dT[\d:.]*Z|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|"consistencyToken":"[^"]*"/g;
const TELLING = ['location', 'allow', 'retry-after', 'annals-stale', 'annals-incomplete', 'content-language'];

const answersTo = async (role: string, { method, url, body, headers }: Asked) => {
  const answers = await Promise.all(worlds.map((world) => readsOf(() => world.ask(role, method, url, body, headers))));
  return answers.map(([{ status, headers: sent, body: answer }, reads]) => {
    const told = [status, ...TELLING.map((name) => sent[name]), JSON.stringify(answer).replaceAll(CHANGING, '*')];
    return [...told, ...(method === 'GET' ? reads : [])].join(' ');
  });
};

const expectTheSame = async (asked: readonly Asked[]) => {
  await Promise.all(worlds.map(settled));
  const differing: object[] = [];
  for (const role of SCOPED)
    for (const each of asked) {
      const [one, other] = await answersTo(role, withOwn(each, role));
      expect(one).not.toMatch(/^5/);
      if (one !== other) differing.push({ role, ...each, one, other });
    }
  expect(differing).toEqual([]);
};

const withOwn = (asked: Asked, role: string): Asked =>
  JSON.parse(JSON.stringify(asked).replaceAll(OWN, `own-${role}`)) as Asked;

it.each(READS)('GET %s answers alike by the same reads, whatever is out of scope', (_, requests) =>
  expectTheSame(requests),
);

it.each(WRITES)('%s is answered alike, whatever is out of scope', (_, requests) => expectTheSame(requests));

it('counts the reads of records and of the places of their customers', async () => {
  const [, reads] = await readsOf(() => worlds[0]!.ask('sales', 'GET', `/v1/deals/${OUT}`, {}));
  expect(reads.filter((kind) => kind === 'readViews customer-links by id customer-places by id')).toHaveLength(2);
  expect(reads.filter((kind) => /^get pipeline/.test(kind))).toHaveLength(1);
});

it('asks those whose scope ends somewhere', () =>
  expect(SCOPED).toEqual(expect.arrayContaining(['sales', 'service', 'manager'])));
