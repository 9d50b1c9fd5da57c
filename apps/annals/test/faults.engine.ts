/** @long Each process and each engine starts twice. */
import { closeStores, configurationOf, openStores } from '@annals/composition';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engines } from './apart/engines.js';
import { Exchange } from './apart/exchange.js';
import { Installation } from './apart/installation.js';
import { Orders } from './apart/orders.js';
import { comes } from './apart/patience.js';
import { Process } from './apart/process.js';
import { strike, victimsOf } from './apart/victims.js';
import type { Client } from './client.js';
import { expectSoundLog, expectViewsLikeRebuilt, OTHER_SETTINGS } from './inspection.js';
import { Load } from './load.js';

/** `npm run test:engines -- faults --rounds=20` for more. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 1);
const TIMEOUT = 600_000 + ROUNDS * 300_000; // ms, against a hang

const PAUSE = 100; // ms after each command of a writer: the views must keep pace on the machine that runs everything

const names = ['sales', 'service', 'query', 'audit', 'projector', 'projector', 'relay', 'relay'];
const settings = { PROJECTOR_LANES: '2', RELAY_LANES: '2', LEASE_SECONDS: '2', TOKEN_MINUTES: '1440' };

const folder = mkdtempSync(join(tmpdir(), 'annals-faults-'));
afterAll(async () => {
  Load.abandonAll();
  await Process.killAll();
  await Engines.stopAll();
  rmSync(folder, { recursive: true });
});

/** Waits until readers see the log up to a position. */
const shown = (client: Client, position: number) =>
  comes(`position ${position} in the list of customers`, async () => {
    const { headers } = await client.get('/v1/customers?limit=1').catch(() => ({ headers: new Headers() }));
    return Number(headers.get('annals-position') ?? 0) >= position;
  });

it(
  `loses and doubles nothing while each process and each engine is killed in turn, ${ROUNDS} times`,
  async () => {
    const engines = await Engines.start();
    const environment = { DATA_DIR: folder, ...settings, ...engines.environment };
    const installation = await Installation.start(environment, names);
    const { client } = installation;
    const exchange = new Exchange(engines.kafka.brokers);
    const orders = new Orders(client, exchange);
    await orders.begin();
    const load = new Load(client, 4, PAUSE);

    const pauses: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const victim of victimsOf(engines, installation)) {
        await orders.send(5);
        await load.reaches(load.acknowledged.length + 10 + randomInt(40));
        const pause = await strike(victim, () => shown(client, load.acknowledged.at(-1)!.position));
        pauses.push(`${victim.name} ${pause.toFixed(0)}`);
      }
    }
    await load.end();
    console.info(
      `${load.acknowledged.length} commands, ${orders.sent.length} orders and payments; dead for ms: ${pauses.join(', ')}`,
    );
    expect([load.refused, load.failed]).toEqual([[], []]);

    const { log, ...stores } = await openStores(configurationOf(environment));
    await orders.expectOnceIn(log);
    await orders.expectNoDeadLetters();
    await shown(client, await log.head());
    await exchange.expectLike(log);
    await closeStores({ log, ...stores });

    await installation.stop();
    await expectSoundLog(environment, load.acknowledged, load.rejected);
    await expectViewsLikeRebuilt(environment);
    await expectViewsLikeRebuilt({ ...environment, ...OTHER_SETTINGS });
  },
  TIMEOUT,
);
