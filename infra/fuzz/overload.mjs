// Drives 1,000 connections against Annals with and without overload protection and shows waiting times. Needs a build.
import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from '../bench/processes.mjs';

const CONNECTIONS = 1_000;
const SECONDS = Number(process.env.SECONDS ?? 8);
const ANY = '100000';

const LOADS = {
  'the page of a customer': () => ({ method: 'GET', path: '/v1/customers/c1' }),
  'a command': (index) => ({
    method: 'POST',
    path: '/v1/customers',
    body: JSON.stringify({ customerId: `load-${index}`, kind: 'organisation', name: 'Load Ltd', roles: ['prospect'] }),
    headers: { 'content-type': 'application/json' },
  }),
};

const quantile = (values, part) => values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
const shown = (value) => `${Math.round(value)}`.padStart(8);

/** The duration of each response in milliseconds, by status. */
const drive = async ({ url, token }, request) => {
  let index = 0;
  const took = new Map();
  const instance = autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    timeout: 60,
    requests: [
      {
        setupRequest: (given) => {
          const { headers = {}, ...rest } = request((index += 1));
          return { ...given, ...rest, headers: { authorization: `Bearer ${token}`, ...headers } };
        },
      },
    ],
  });
  instance.on('response', (_client, status, _bytes, time) => {
    if (!took.has(status)) took.set(status, []);
    took.get(status).push(time);
  });
  await instance;
  return took;
};

/** Milliseconds until requests are answered at once again. */
const recovery = async ({ url, token }) => {
  const ended = performance.now();
  for (;;) {
    const began = performance.now();
    const { ok } = await fetch(`${url}/v1/customers/c1`, { headers: { authorization: `Bearer ${token}` } });
    if (ok && performance.now() - began < 100) return performance.now() - ended;
  }
};

const measure = async (name, environment, request) => {
  Object.assign(process.env, { RATE_LIMIT_PER_MINUTE: '0', ...environment });
  const dataDir = mkdtempSync(join(tmpdir(), 'annals-overload-'));
  const annals = await (await Server.start(dataDir)).signIn();
  try {
    await annals.post('/v1/customers', {
      ...{ customerId: 'c1', kind: 'organisation', name: 'Load Ltd', roles: ['prospect'] },
    });
    const took = await drive(annals, request);
    for (const [status, times] of [...took].sort()) {
      const sorted = times.toSorted((a, b) => a - b);
      const columns = [times.length / SECONDS, quantile(sorted, 0.5), quantile(sorted, 0.99), sorted.at(-1)];
      console.log(`${name.padEnd(10)}  ${status}  ${columns.map(shown).join('  ')}`);
    }
    console.log(`${name.padEnd(10)}  recovered after ${Math.round(await recovery(annals))} ms`);
  } finally {
    await annals.stop();
    rmSync(dataDir, { recursive: true });
  }
};

for (const [load, request] of Object.entries(LOADS)) {
  console.log(
    `\n${load}, ${CONNECTIONS} connections, ${SECONDS} s\n            status  per second    p50 ms    p99 ms    max ms`,
  );
  await measure('without', { OVERLOAD_REQUESTS: ANY, OVERLOAD_WAIT: ANY }, request);
  await measure('with', { OVERLOAD_REQUESTS: '', OVERLOAD_WAIT: '' }, request);
}
