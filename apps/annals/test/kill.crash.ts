/** @long The product starts again after each kill. */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from './client.js';
import { Imports } from './imports.js';
import { expectOnce, expectSoundLog, expectViewsLikeRebuilt } from './inspection.js';
import { Load } from './load.js';
import { Server } from './server.js';

/** `npm run test:crash -- --kills=1000` for more. */
const KILLS = Number(process.env['KILLS'] ?? 40);
const TIMEOUT = 120_000 + KILLS * 10_000; // ms
const LONG_SESSION = { TOKEN_MINUTES: '1440' };
const PASSWORD = 'correct horse battery staple';

const folder = mkdtempSync(join(tmpdir(), 'annals-crash-'));
const dataDir = join(folder, 'data');
afterAll(async () => {
  Load.abandonAll();
  Imports.abandonAll();
  await Server.killAll();
  rmSync(folder, { recursive: true });
});

it(
  `loses nothing that it has acknowledged over ${KILLS} kills at random moments`,
  async () => {
    let server = await Server.start(dataDir, [], LONG_SESSION);
    const client = new Client(server.url);
    await client.claim(server.oneTimePassword!, PASSWORD);
    const load = new Load(client, 8);
    const imports = new Imports(dataDir, join(folder, 'imports'));

    const starts: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await load.reaches(load.acknowledged.length + randomInt(100));
      await delay(randomInt(20)); // a random moment is what is tested here
      await server.kill();
      const began = performance.now();
      server = await Server.start(dataDir, [], LONG_SESSION);
      starts.push(performance.now() - began);
      client.url = server.url;
    }
    await load.end();
    await imports.end();
    await server.kill();
    const median = starts.toSorted((one, other) => one - other)[starts.length >> 1]!;
    const counts = `${load.acknowledged.length} commands acknowledged, ${imports.ids.length} rows imported`;
    console.info(
      `${KILLS} servers and ${imports.killed} imports killed; ${counts}; a start took ${median.toFixed(0)} ms.`,
    );

    expect([load.refused, load.failed]).toEqual([[], []]);
    expect(load.acknowledged.length).toBeGreaterThan(KILLS);
    await expectSoundLog({ DATA_DIR: dataDir }, load.acknowledged, load.rejected);
    await expectOnce({ DATA_DIR: dataDir }, ['CustomerRegistered', 'DealOpened'], imports.ids);
    await expectViewsLikeRebuilt({ DATA_DIR: dataDir });
  },
  TIMEOUT,
);
