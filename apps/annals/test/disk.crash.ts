import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from './client.js';
import { disksIn, type Disk } from './disks.js';
import { expectSoundLog, expectViewsLikeRebuilt } from './inspection.js';
import { Load } from './load.js';
import { Server } from './server.js';
import { stage } from './stage.js';
import { startedIn } from './started.js';

const { folder, run } = stage();
const disks = mkdtempSync(join(tmpdir(), 'annals-disks-'));
const all = disksIn(disks);
afterAll(async () => {
  Load.abandonAll();
  await Server.killAll();
  for (const { remove } of all) remove();
  rmSync(disks, { recursive: true });
});

const loaded = async (client: Client, commands: number) => {
  const load = new Load(client, 4);
  await load.reaches(commands);
  return load;
};

const customer = (client: Client, customerId: string) => {
  const body = { customerId, kind: 'person', name: '王芳', roles: ['prospect'] };
  return client.post('/v1/customers', body, { 'idempotency-key': customerId });
};

const answerOf = async (client: Client, wanted: number) => {
  for (;;) {
    const customerId = randomUUID();
    const reply = await customer(client, customerId);
    if (reply.status === wanted) return { reply, customerId };
  }
};

it.each(all.map((disk): [string, Disk] => [disk.trouble, disk]))(
  'reports that %s, keeps serving reads, and accepts writes again when there is room',
  async (_, { dataDir, fill, makeRoom }) => {
    const { server, client } = await startedIn(dataDir);
    const load = await loaded(client, 100);

    fill(server.pid);
    const { reply, customerId } = await answerOf(client, 503);
    expect(reply.body).toMatchObject({ code: 'LogUnavailable', status: 503 });
    expect(reply.headers.get('retry-after')).toBe('5');
    expect(server.complaints).toMatch(/(?:DiskFull|LogNotWritable): SQLite [^\n]*SQLITE_/);
    const { state: reason } = (reply.body as { details: { state: string } }).details;
    expect(await client.get('/health/ready')).toMatchObject({
      status: 503,
      body: { details: { reasons: [{ reason }] } },
    });
    expect(await client.get('/v1/customers?limit=1')).toMatchObject({ status: 200 });
    expect(await client.get('/v1/events?limit=1')).toMatchObject({ status: 200 });

    makeRoom(server.pid);
    while ((await customer(client, customerId)).status !== 201) await delay(20);
    await load.reaches(load.acknowledged.length + 100);
    await load.end();
    await server.kill();

    expect([load.refused, load.failed]).toEqual([[], []]);
    await expectSoundLog({ DATA_DIR: dataDir }, load.acknowledged);
    await expectViewsLikeRebuilt({ DATA_DIR: dataDir });
  },
);

it('ignores remains of a crash after the last write', async () => {
  const dataDir = join(folder, 'torn');
  const { server, client } = await startedIn(dataDir);
  const load = await loaded(client, 200);
  const ended = load.end();
  await server.kill();
  for (const file of ['events.db-wal', 'views.db-wal']) appendFileSync(join(dataDir, file), randomBytes(10_000));

  const { server: again } = await startedIn(dataDir);
  client.url = again.url;
  await ended;
  await again.kill();
  await expectSoundLog({ DATA_DIR: dataDir }, load.acknowledged);
  await expectViewsLikeRebuilt({ DATA_DIR: dataDir });
});

describe('refuses to start, and starts once it can write', () => {
  // root can write everywhere, unless it drops this capability.
  const humbly = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];
  const dataDir = join(folder, 'locked');
  const begin = () => {
    const [program, ...args] = [...humbly, process.execPath, 'apps/annals/dist/main.js'];
    return run(program, args, { DATA_DIR: dataDir });
  };

  it.each([
    ['the folder', '', 0o500, 0o700],
    ['the log', 'events.db', 0o400, 0o600],
    ['the views', 'views.db', 0o400, 0o600],
  ])('when it can only read %s', async (_, name, readable, writable) => {
    await (await startedIn(dataDir)).server.stop();
    chmodSync(join(dataDir, name), readable);
    const { code, err } = await begin();
    chmodSync(join(dataDir, name), writable);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining(`The data folder ${dataDir} cannot be used`) as string,
    });
    await (await startedIn(dataDir)).server.stop();
  });
});
