import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { median, ratioOf, timed } from './statistics.mjs';

export const PASSWORD = 'correct horse battery staple';
export const ROOT = resolve(import.meta.dirname, '../..');
export const PRODUCT = `${ROOT}/apps/annals/dist/main.js`;

// Requests are still counted, because counting is a part of their cost.
const UNLIMITED = { RATE_LIMIT_PER_MINUTE: '10000000' };

const QUIET = 10_000; // ms; policies begin some seconds after a start

const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** An HTTP server in its own process: Annals, or a peer that it is compared with. */
export class Server {
  token = '';
  stopping = false;

  constructor(child, url, printed) {
    this.child = child;
    this.url = url;
    this.printed = printed;
  }

  static async start(dataDir, program = PRODUCT, args = [], environment = {}) {
    const env = { ...UNLIMITED, ...process.env, DATA_DIR: dataDir, PORT: '0', ...environment };
    const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], { env });
    children.add(child);
    child.once('exit', () => children.delete(child));
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
    while (child.exitCode === null) {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (url) return new Server(child, url, () => printed).watched();
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit')]);
    }
    throw new Error(`${program} did not start:\n${printed}`);
  }

  /** Ends the run with the output of the server if the server ends unexpectedly. */
  watched() {
    this.child.once('exit', (code, signal) => {
      if (!this.stopping) throw new Error(`${this.url} ended with ${code ?? signal}:\n${this.printed()}`);
    });
    return this;
  }

  /** Signs in as the administrator; at the first start with the printed password. */
  async signIn() {
    const [, oneTime] = /one-time password:? ([\w-]+)/.exec(this.printed()) ?? [];
    const name = 'admin';
    if (oneTime && !this.token) {
      this.token = (await this.post('/v1/session', { name, password: oneTime })).token;
      await this.post('/v1/session/password', { currentPassword: oneTime, newPassword: PASSWORD });
    }
    this.token = (await this.post('/v1/session', { name, password: PASSWORD })).token;
    return this;
  }

  headers() {
    return { 'content-type': 'application/json', authorization: `Bearer ${this.token}` };
  }

  post(path, body) {
    return this.ask(path, { method: 'POST', body: JSON.stringify(body) });
  }

  async ask(path, options = {}) {
    const response = await fetch(`${this.url}${path}`, {
      ...options,
      headers: { ...this.headers(), ...options.headers },
    });
    if (!response.ok) throw new Error(`${path} returned ${response.status}: ${await response.text()}`);
    return response.json();
  }

  /** Waits until the list, and the views that advance with it, have read the log up to a position. */
  async caughtUp(position) {
    for (;;) {
      const response = await fetch(`${this.url}/v1/customers?limit=1`, { headers: this.headers() });
      await response.text();
      if (Number(response.headers.get('annals-position')) >= position) return;
      await new Promise((ready) => setTimeout(ready, 50));
    }
  }

  /** Waits until every view has read the whole log; returns its length. */
  async settled() {
    const at = ({ lag, position }) => ({ behind: lag.events, position });
    for (;;) {
      const views = (await this.ask('/v1/projections')).items.map(at);
      if (views.every(({ behind }) => behind === 0)) return Math.max(...views.map(({ position }) => position));
      await new Promise((ready) => setTimeout(ready, 50));
    }
  }

  /** Waits until nothing has been written for some seconds: policies record more after the views have read the log, such as that customers have fallen silent. */
  async quiet() {
    let before;
    for (;;) {
      const position = await this.settled();
      if (position === before) return;
      before = position;
      await new Promise((ready) => setTimeout(ready, QUIET));
    }
  }

  /** Milliseconds of processor time so far, if the system reports it. */
  processorTime() {
    const file = `/proc/${this.child.pid}/stat`;
    if (!existsSync(file)) return NaN;
    const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(file, 'utf8'));
    return 10 * (Number(user) + Number(system));
  }

  async stop() {
    this.stopping = true;
    this.child.kill('SIGTERM');
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
}

/** Milliseconds of each request, one after another. */
export const askAll = async (server, paths) => {
  const times = [];
  for (const path of paths) times.push(await timed(() => server.ask(path)));
  return times;
};

/** Sends load from another process; returns requests per second and microseconds of the server's processor per request. */
export const load = async (server, options) => {
  const before = server.processorTime();
  const child = fork(`${import.meta.dirname}/load.mjs`);
  child.send({ url: server.url, headers: server.headers(), ...options });
  const [result] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (!result || result.failed > 0) throw new Error(`${server.url} answered ${JSON.stringify(result)}.`);
  const cost = (1000 * (server.processorTime() - before)) / result.sent;
  return { perSecond: result.perSecond, cost };
};

/** A description of both sides of a comparison. */
export const compared = (ours, theirs, what) => {
  const middle = (loads, field) => Math.round(median(loads.map((load) => load[field]))).toLocaleString('en');
  return [
    `${middle(ours, 'perSecond')} of ${middle(theirs, 'perSecond')} ${what}/s`,
    `${middle(ours, 'cost')} µs of processor time each, against ${middle(theirs, 'cost')} µs`,
  ];
};

export const ratioOfLoads = (ours, theirs) =>
  ratioOf(...[ours, theirs].map((loads) => loads.map(({ perSecond }) => perSecond)));

/** Runs a program of this folder; returns the JSON that it prints. */
export const run = async (program, ...args) => {
  const child = spawn(process.execPath, ['--expose-gc', resolve(import.meta.dirname, program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}.`);
  return JSON.parse(printed);
};
