// npm run test:fuzz: throws at every route what no client should send. Options: --seconds=N for Schemathesis, --seed=N.
import { SqliteEventStore } from '@annals/store-sqlite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from '../bench/processes.mjs';
import { oddRequests } from './odd-requests.mjs';
import { faultsOf } from './faults.mjs';
import { schemathesis } from './schemathesis.mjs';

const option = (name, fallback) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;

process.env.RATE_LIMIT_PER_MINUTE = '0'; // or the limit would answer in place of the routes
const dataDir = mkdtempSync(join(tmpdir(), 'annals-fuzz-'));
const server = await (await Server.start(dataDir)).signIn();
const log = new SqliteEventStore({ file: join(dataDir, 'events.db') });
const counts = { passed: 0, failed: 0 };
try {
  const description = await server.ask('/openapi.json');
  for (const request of oddRequests(description)) {
    const faults = await faultsOf(server, log, request);
    counts[faults.length === 0 ? 'passed' : 'failed'] += 1;
    for (const fault of faults) console.log(`${request.title}: ${fault}`);
  }
  const known = await schemathesis(server, { seconds: option('seconds', '120'), seed: option('seed', '1') });
  counts.passed += known.passed;
  counts.failed += known.failed;
} finally {
  await log.close();
  await server.stop();
  rmSync(dataDir, { recursive: true });
}

const report = option('json', undefined);
if (report) writeFileSync(report, JSON.stringify({ numPassedTests: counts.passed, numFailedTests: counts.failed }));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
