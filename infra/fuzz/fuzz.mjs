// npm run test:fuzz: fuzzes every route with malformed requests, while a neighbour measures how long its requests take.
// Options: --examples=N random requests for each route, --seed=N, --seconds=N at most for shapes, --json=<file> for the counts.
import { SqliteEventStore } from '@annals/store-sqlite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from '../bench/processes.mjs';
import { sendAtOnce } from './at-once.mjs';
import { faultsOf } from './faults.mjs';
import { healthFaults } from './health.mjs';
import { Neighbour } from './neighbours.mjs';
import { oddRequests } from './odd-requests.mjs';
import { IDS, prepare } from './records.mjs';
import { schemathesis } from './schemathesis.mjs';
import { sendShapes } from './send-shapes.mjs';

const option = (name, fallback) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;

// Otherwise rate limits would refuse the requests, and a busy machine would look overloaded.
Object.assign(process.env, { RATE_LIMIT_PER_MINUTE: '0', SIGN_IN_LIMIT_PER_MINUTE: '0', OVERLOAD_WAIT: '5000' });
const dataDir = mkdtempSync(join(tmpdir(), 'annals-fuzz-'));
const server = await (await Server.start(dataDir)).signIn();
const log = new SqliteEventStore({ file: join(dataDir, 'events.db') });
const counts = { passed: 0, failed: 0 };
const count = (title, faults) => {
  counts[faults.length === 0 ? 'passed' : 'failed'] += 1;
  for (const fault of faults) console.log(`${title}: ${fault}`);
};
try {
  await prepare(server);
  const description = await server.ask('/openapi.json');
  const neighbour = await Neighbour.beside(server);
  const measure = async (phase) => {
    const { line, faults } = await neighbour.report();
    console.log(line);
    count(phase, faults);
  };
  const check = async (request) => count(request.title, await faultsOf(server, log, request));
  await sendAtOnce(oddRequests(description, IDS), check);
  console.log(`${counts.passed + counts.failed} malformed requests: ${counts.failed} faults`);
  await measure('malformed requests');
  await sendShapes(description, IDS, {
    seconds: Number(option('seconds', '240')),
    send: check,
  });
  await measure('shapes');
  const known = await schemathesis(server, { ids: IDS, examples: option('examples', '8'), seed: option('seed', '1') });
  console.log(`${known.passed + known.failed} requests of Schemathesis: ${known.failed} faults`);
  counts.passed += known.passed;
  counts.failed += known.failed;
  await measure('Schemathesis');
  await neighbour.end();
  count('health afterwards', await healthFaults(server, log));
} finally {
  await log.close();
  await server.stop();
  rmSync(dataDir, { recursive: true });
}

const report = option('json', undefined);
if (report) writeFileSync(report, JSON.stringify({ numPassedTests: counts.passed, numFailedTests: counts.failed }));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
