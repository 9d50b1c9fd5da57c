import { until } from '@annals/testing';
import { join } from 'node:path';
import { startEventStoreDb } from '../../../infra/native/eventstoredb.mjs';
import { Process } from './apart/process.js';
import { freePort } from './ports.js';
import { stage } from './stage.js';

const { folder, run } = stage();
afterAll(() => Process.killAll());

it('waits for an engine that starts after the process, and ends in time when it has gone', async () => {
  const port = await freePort();
  const environment = { DATA_DIR: join(folder, 'late'), EVENT_STORE_URL: `esdb://127.0.0.1:${port}?tls=false` };
  const process = new Process('query', environment);
  const started = process.start();
  await until(() => process.complaints.includes('waits for it'));
  const server = await startEventStoreDb({ folder: join(folder, 'log'), port });
  await started;
  expect(process.complaints).toMatch(/^127\.0\.0\.1:\d+ \(EVENT_STORE_URL\) does not answer; Annals waits for it\.\n/);

  await server.kill();
  const asked = fetch(`${process.url}/v1/customers`).catch(() => undefined);
  await process.stop();
  await asked;
  await server.stop();
});

it('does not start a relay without brokers, and names the reason', async () => {
  const { code, err } = await run(process.execPath, ['apps/relay/dist/main.js'], { DATA_DIR: join(folder, 'relay') });
  expect({ code, err }).toEqual({
    code: 1,
    err: 'Annals cannot start with these settings:\n  - KAFKA_BROKERS must be set for the relay.\n',
  });
});

it('does not start a relay with more lanes than partitions', async () => {
  const environment = { DATA_DIR: join(folder, 'lanes'), KAFKA_BROKERS: '127.0.0.1:1', RELAY_LANES: '16' };
  const { code, err } = await run(process.execPath, ['apps/relay/dist/main.js'], environment);
  expect(code).toBe(1);
  expect(err).toContain('RELAY_LANES is 16, more than the 12 of KAFKA_PARTITIONS: each lane needs a partition.');
});
