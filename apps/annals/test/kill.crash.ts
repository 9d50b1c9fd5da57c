import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './client.js';
import { expectSoundLog, expectViewsLikeRebuilt } from './inspection.js';
import { Load } from './load.js';
import { Server } from './server.js';

const KILLS = Number(process.env['KILLS'] ?? 30);
const PASSWORD = 'correct horse battery staple';

const dataDir = mkdtempSync(join(tmpdir(), 'annals-crash-'));
let server: Server;
afterAll(async () => {
  await server.kill();
  rmSync(dataDir, { recursive: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it(`loses nothing that it has acknowledged over ${KILLS} kills at random moments`, async () => {
  server = await Server.start(dataDir);
  const client = new Client(server.url);
  await client.claim(server.oneTimePassword!, PASSWORD);
  const load = new Load(client, 16);

  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(randomInt(20, 600)); // a random moment is what is tested here
    await server.kill();
    server = await Server.start(dataDir);
    client.url = server.url;
  }
  await load.end();
  await server.kill();

  expect(load.refused).toEqual([]);
  expect(load.acknowledged.length).toBeGreaterThan(KILLS);
  await expectSoundLog(dataDir, load.acknowledged);
  await expectViewsLikeRebuilt(dataDir);
});
