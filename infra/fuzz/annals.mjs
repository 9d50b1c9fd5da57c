import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = `${import.meta.dirname}/../../apps/annals/dist/main.js`;
const PASSWORD = 'correct horse battery staple';

/** The built Annals as a process of its own, on a free port and a folder that is gone afterwards, with its administrator signed in. */
export const startAnnals = async (environment = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-fuzz-'));
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', TOKEN_MINUTES: '1440', ...environment };
  const child = spawn(process.execPath, ['--enable-source-maps', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  child.stderr.on('data', (chunk) => printed.push(`${chunk}`));
  for await (const line of createInterface(child.stdout)) {
    printed.push(`${line}\n`);
    if (line.includes('customers?limit')) break;
  }
  child.stdout.on('data', (chunk) => printed.push(`${chunk}`));
  const [, url] = /(http:\/\/\S+:\d+)\/docs/.exec(printed.join('')) ?? [];
  if (!url) throw new Error(`Annals did not start:\n${printed.join('')}`);
  const [, oneTime] = /one-time password: (\S+)/.exec(printed.join(''));
  const { token: first } = await post(url, '/v1/session', { name: 'admin', password: oneTime });
  const change = { currentPassword: oneTime, newPassword: PASSWORD };
  const { token } = await post(url, '/v1/session/password', change, first);
  return {
    url,
    token,
    /** What it has written since it started. */
    log: () => printed.join(''),
    post: (path, body) => post(url, path, body, token),
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true });
    },
  };
};

const post = async (url, path, body, token) => {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
};
