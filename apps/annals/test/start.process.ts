import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Client } from './client.js';
import { Server } from './server.js';
import { root, stage } from './stage.js';

const { folder, open, run } = stage();
const main = ['--enable-source-maps', 'apps/annals/dist/main.js'];
const start = (environment: Readonly<Record<string, string>>, ...args: string[]) =>
  run(process.execPath, [...main, ...args], environment);

it('prints docs, name, password and example commands that work in any shell', async () => {
  const dataDir = join(folder, 'newcomer');
  const { printed, oneTimePassword } = await Server.start(dataDir);
  expect(printed).toMatch(/Console {13}http:\/\/127\.0\.0\.1:\d+\n/);
  expect(printed).toMatch(/API documentation {3}http:\/\/127\.0\.0\.1:\d+\/docs/);
  expect(oneTimePassword).toMatch(/^(\w{5}-){5}\w$/);

  const lines = printed.slice(printed.indexOf('  URL='));
  const PATH = [process.env['PATH'], `${root}/apps/annals/test/bin`].join(delimiter); // the example commands need only curl
  expect(await run('sh', ['-c', lines], { PATH })).toMatchObject({ code: 0, out: '{"items":[],"next":null}\n' });

  const again = await Server.start(dataDir);
  expect(again.oneTimePassword).toBeUndefined();
  const later = again.printed.slice(again.printed.indexOf('  URL='));
  expect(await run('sh', ['-c', later], { PATH })).toMatchObject({ code: 0, out: '{"items":[],"next":null}\n' });
});

it('ends by the signal, and has all data at the next start', async () => {
  const { server, client } = await open();
  const person = { customerId: 'li', kind: 'person', name: 'Li Na', roles: ['prospect'] };
  expect((await client.post('/v1/customers', person)).status).toBe(201);
  expect(await server.stop()).toEqual({ code: null, signal: 'SIGTERM' });

  const next = await open();
  expect(await next.client.get('/v1/customers/li')).toMatchObject({
    status: 200,
    body: { profile: { name: 'Li Na' } },
  });
  next.client.token = client.token;
  expect((await next.client.get('/v1/customers/li')).status).toBe(200);
});

it('does not start with invalid settings, and names each of them', async () => {
  const { code, err } = await start({ PORT: 'http', LOG_LEVEL: 'loud' });
  expect(code).toBe(1);
  expect(err).toMatch(/PORT is "http"; it must be a whole number/);
  expect(err).toMatch(/LOG_LEVEL is "loud"; it must be one of error, warn, info, debug/);
});

it('does not start with an unknown option', async () => {
  expect(await start({}, '--smaple')).toMatchObject({ code: 1, err: expect.stringMatching(/--smaple/) as string });
});

it.each([
  ['C', /^ {2}PORT +Port to listen on \[3000\]$/m, /^ {2}HOURS_TO_RESOLVE +Business hours until/m],
  ['zh_CN.UTF-8', /^ {2}PORT +监听端口 \[3000\]$/m, /^ {2}HOURS_TO_RESOLVE +按严重程度/m],
])('lists the settings of the platform and of slices in the language of %s', async (LC_ALL, platform, slice) => {
  const { code, out } = await start({ LC_ALL }, '--help');
  expect(code).toBe(0);
  expect(out).toMatch(platform);
  expect(out).toMatch(slice);
});

it('reports that its port is in use, and shows the one-time password at the next starts until it is used', async () => {
  const { url } = await Server.start(join(folder, 'first'));
  const { port } = new URL(url);
  const dataDir = join(folder, 'second');
  const { code, err } = await start({ PORT: port, DATA_DIR: dataDir });
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(`^Port ${port} of 127.0.0.1 is in use.`) as string,
  });
  const next = await Server.start(dataDir);
  expect(next.printed).toContain('reset-password admin');
  await next.stop();
  const again = await Server.start(dataDir);
  expect(again.oneTimePassword).toBe(next.oneTimePassword);
  await new Client(again.url).claim(again.oneTimePassword!, 'correct horse battery staple');
  await again.stop();
  expect((await Server.start(dataDir)).oneTimePassword).toBeUndefined();
});

it('reports that it cannot use its data folder', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { code, err } = await start({ DATA_DIR: `${file}/data` });
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(`^The data folder ${file}/data cannot be used`) as string,
  });
});

it('does not run on an older Node', async () => {
  const old = `import('./libs/composition/dist/runtime.js').then(({ requireRuntime }) => requireRuntime('20.11.1'))`;
  expect(await run(process.execPath, ['-e', old])).toMatchObject({
    code: 1,
    err: 'Annals requires Node 24 or newer; this is 20.11.1. Run it by node_modules/.bin/node, which "npm ci" installs.\n',
  });
});

it('writes only its log to standard output in JSON format', async () => {
  const { url } = await Server.start(join(folder, 'first'));
  const { out } = await start({ LOG_FORMAT: 'json', LOG_LEVEL: 'debug', PORT: new URL(url).port });
  const lines = out.split('\n').filter((line) => line !== '');
  expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ level: 'log', context: 'RouterExplorer' }),
  );
});
