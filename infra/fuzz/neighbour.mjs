// A worker: a second client with a steady, modest load, which measures how long its requests take. A request that should be
// sent while earlier ones wait is sent all the same, and counts from the moment at which it should be.
import { parentPort, workerData } from 'node:worker_threads';

const EVERY = 50; // ms
const PATIENCE = 30_000; // ms

const { url, key, customerId } = workerData;
const contact = { channel: 'phone', direction: 'inbound', purpose: 'service', summary: 'A call.', outcome: 'reached' };
const get = (path) => ({ path });
const REQUESTS = [
  get('/health/live'),
  get(`/v1/customers/${customerId}`),
  { path: `/v1/customers/${customerId}/contacts`, method: 'POST', body: JSON.stringify(contact) },
  get('/v1/customers?q=neighbour&limit=5'),
  get('/health/live'),
  get('/v1/deals?limit=5'),
];

let waits = [];
let faults = [];
let sent = 0;

const ask = async ({ path, ...options }) => {
  const due = performance.now();
  const headers = { authorization: `Bearer ${key}`, ...(options.body ? { 'content-type': 'application/json' } : {}) };
  try {
    const response = await fetch(url + path, { ...options, headers, signal: AbortSignal.timeout(PATIENCE) });
    const text = await response.text();
    // Contacts that are sent while earlier ones wait are about the same customer.
    if (!response.ok && response.status !== 409)
      faults.push(`${path} is answered with ${response.status}: ${text.slice(0, 200)}`);
  } catch (error) {
    faults.push(`${path} has no answer: ${error.cause ?? error}`);
  }
  waits.push({ path, took: performance.now() - due });
};

const timer = setInterval(() => void ask(REQUESTS[sent++ % REQUESTS.length]), EVERY);

parentPort.on('message', (message) => {
  if (message === 'end') {
    clearInterval(timer);
    parentPort.close();
    return;
  }
  parentPort.postMessage({ waits, faults });
  [waits, faults] = [[], []];
});
