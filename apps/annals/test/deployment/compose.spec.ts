import { configurationOf } from '@annals/composition';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infra, jsonOf, PINNED, processes, textOf, variables, yamlOf } from './files.js';

type Service = {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
};
type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};

const compose = yamlOf<Compose>('compose.yaml');
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image.startsWith('annals:'));
const product = jsonOf<{ readonly version: string; readonly devDependencies: { readonly node: string } }>(
  'package.json',
);

const folder = mkdtempSync(join(tmpdir(), 'annals-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const makeSecrets = (home: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [join(infra, 'secrets.mjs'), '--folder', home, ...args]);

it.each(processes)('%s runs as a service with a health check', (name) => {
  const { command, healthcheck } = compose.services[name]!;
  expect(command).toEqual(['node', '--enable-source-maps', `apps/${name}/dist/main.js`]);
  expect(healthcheck?.test).toContainEqual(expect.stringMatching(/:3000\/health\/(live|ready)'/));
});

it.each(services)('%s is a pinned version', (_, { image }) => {
  expect(image).toMatch(PINNED);
});

it('runs the tested versions of Annals and Node', () => {
  const bases = [...textOf('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  const node = `node:${product.devDependencies.node}-bookworm-slim`;
  expect(bases).toEqual([node, node]);
  expect([...new Set(ours.map(([, { image }]) => image))]).toEqual([`annals:${product.version}`]);
});

it('sets no variable that Annals does not read', () => {
  const [, inImage = ''] = /^ENV (.*)$/m.exec(textOf('Dockerfile')) ?? [];
  const set = [
    ...inImage.split(' ').map((pair) => pair.split('=')[0]!),
    ...ours.flatMap(([, { environment }]) => Object.keys(environment ?? {})),
  ];
  expect(set.filter((name) => !['NODE_ENV', ...variables].includes(name))).toEqual([]);
});

it('runs as process 1 and as the same user in every container', () => {
  expect(textOf('Dockerfile')).toMatch(/^USER 1000:1000$/m);
  expect(textOf('compose.yaml')).not.toMatch(/^\s*init:/m);
  expect(ours.flatMap(([, { command }]) => command?.[0] ?? [])).not.toContain('sh');
});

it('contains no secret, and reads each from a file', () => {
  const set = services.flatMap(([, { environment }]) => Object.keys(environment ?? {}));
  expect(set.filter((name) => /PASSWORD|SECRET|_KEY$/.test(name) && !name.endsWith('_FILE'))).toEqual([]);
  expect(Object.keys(compose.secrets).sort()).toEqual(
    [...new Set(services.flatMap(([, { secrets }]) => secrets ?? []))].sort(),
  );
});

it('mounts only existing files', () => {
  const sources = services.flatMap(([, { volumes }]) => volumes ?? []).map((volume) => volume.split(':')[0]!);
  const missing = sources.filter((source) =>
    source.startsWith('.') ? !existsSync(join(infra, source)) : !(source in compose.volumes),
  );
  expect(missing).toEqual([]);
});

describe.each([
  ['single', [], 'esdb://eventstoredb:2113?tls=false'],
  ['cluster', ['--cluster'], /^esdb:\/\/admin:\w+@eventstoredb-1:2113,eventstoredb-2:2113,.*tlsCAFile=/],
])('the secrets that are generated for %s', (kind, args, url) => {
  const home = join(folder, kind);
  beforeAll(() => expect(makeSecrets(home, ...args).status).toBe(0));

  it('are complete, and Annals can read them', () => {
    const files = [
      ...Object.values(compose.secrets).map(({ file }) => file),
      ...services.flatMap(([, service]) => service.env_file ?? []),
    ];
    expect(files.filter((file) => !existsSync(join(home, file)))).toEqual([]);
    const read = configurationOf({
      EVENT_STORE_URL_FILE: join(home, 'secrets/event_store_url'),
      READ_STORE_URL_FILE: join(home, 'secrets/read_store_url'),
      TOKEN_SECRET_FILE: join(home, 'secrets/token_secret'),
    });
    expect(read.eventStoreUrl).toMatch(url);
    expect(readFileSync(join(home, '.env'), 'utf8')).toBe(`COMPOSE_PROFILES=${kind}\n`);
  });

  it('are kept when they are generated again, and never refer to another log', () => {
    const secret = () => readFileSync(join(home, 'secrets/token_secret'), 'utf8');
    const before = secret();
    expect(makeSecrets(home, ...args).status).toBe(0);
    expect(makeSecrets(home, ...(kind === 'single' ? ['--cluster'] : [])).status).toBe(1);
    expect(secret()).toBe(before);
  });
});
