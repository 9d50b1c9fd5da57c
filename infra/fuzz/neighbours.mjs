import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * How long others wait while one caller sends malformed requests, in milliseconds. On an idle machine a request takes a few; the
 * bounds are for machines that are shared with other work, and far below what a loop that is not linear takes.
 */
const BOUNDS = { p99: 2_000, longest: 8_000 };

/** A second client in a separate thread, with another user's key and another customer. */
export class Neighbour {
  static async beside(server) {
    const customerId = 'neighbour';
    await server.post('/v1/customers', { customerId, kind: 'person', name: 'Neighbour', roles: ['prospect'] });
    await server.post('/v1/users', { userId: customerId, name: customerId, displayName: 'Neighbour' });
    await server.post(`/v1/users/${customerId}/grant-roles`, { roles: ['administrator'] });
    const { key } = await server.post('/v1/api-keys', { userId: customerId, name: 'Neighbour' });
    return new Neighbour(
      new Worker(`${import.meta.dirname}/neighbour.mjs`, { workerData: { url: server.url, key, customerId } }),
    );
  }

  constructor(worker) {
    this.worker = worker;
  }

  /** What is wrong with the answers since the last call, and a line about the waits. */
  async report() {
    this.worker.postMessage('report');
    const [{ waits, faults }] = await once(this.worker, 'message');
    const sorted = waits.toSorted((one, other) => one.took - other.took);
    const p99 = sorted[Math.floor(sorted.length * 0.99)]?.took ?? Infinity;
    const last = sorted.at(-1) ?? { took: Infinity, path: 'none' };
    const bound = (name, took, path = '') =>
      took > BOUNDS[name] ? [`a neighbour waits ${took.toFixed()} ms (${name}${path}), more than ${BOUNDS[name]}`] : [];
    return {
      line: `${waits.length} requests of a neighbour: p99 ${p99.toFixed()} ms, longest ${last.took.toFixed()} ms (${last.path})`,
      faults: [...faults.slice(0, 10), ...bound('p99', p99), ...bound('longest', last.took, `, ${last.path}`)],
    };
  }

  async end() {
    this.worker.postMessage('end');
    await once(this.worker, 'exit');
  }
}
