import { operations } from './described.js';
import { document } from './described.js';
import { openStaffed } from './staffed.js';

type Fields = Readonly<Record<string, unknown>>;

let annals: Awaited<ReturnType<typeof openStaffed>>;
beforeAll(async () => (annals = await openStaffed(['administrator'])));
afterAll(() => annals.app.close());

const commands = () => [...annals.catalogue.commands.values()].map(({ command }) => command);

/** Ids of the examples, by the names of fields. */
const ids = () =>
  Object.fromEntries(
    commands().flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([name, field]) => {
        const [example] = ((field.meta()?.['examples'] ?? []) as readonly unknown[]).slice(0, 1);
        return name.endsWith('Id') && typeof example === 'string' ? [[name, example] as const] : [];
      }),
    ),
  );

const posts = operations.filter(
  ({ method, operation }) => method === 'POST' && operation.requestBody?.content['application/json'],
);

const exampleOf = ({ operation }: (typeof posts)[number]) => {
  const [, name] = /schemas\/(\w+)/.exec(JSON.stringify(operation.requestBody))!;
  return document.components.schemas[name!]!.examples![0] as Fields;
};

/** Records first, then what happens to them. */
const inOrder = () => {
  const creates = new Map(commands().map(({ type, route }) => [type, route?.creates]));
  const order = ({ path, operation }: (typeof posts)[number]) => {
    const begins = creates.get(operation.operationId) !== undefined;
    return [path.split('{').length, begins ? 0 : 1, path === '/v1/customers' ? 0 : 1].join();
  };
  return posts
    .filter(({ path }) => !path.startsWith('/v1/session'))
    .map((post) => ({ ...post, creates: creates.get(post.operation.operationId) }))
    .toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
};

it('takes the example of every request for what it should be, with required fields only', async () => {
  const known = ids();
  const refused: unknown[] = [];
  const done: string[] = [];
  for (const post of inOrder()) {
    const url = post.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'x');
    const id = post.creates && { [post.creates]: known[post.creates] };
    const sent = { ...id, ...exampleOf(post) };
    const { status, body } = await annals.ask('administrator', 'POST', url, sent);
    if (status < 300) done.push(url);
    if (status === 400 || FORM.includes(`${body.code}`)) refused.push({ url, sent, status, body });
  }
  expect(refused).toEqual([]);
  expect(done.length).toBeGreaterThan(30);
});

/** Refusals of other statuses that say what is missing in a request. */
const FORM = ['ValueMissing', 'CurrencyMissing'];
