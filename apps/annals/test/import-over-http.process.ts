import type { ImportEntry, ImportPreview, ImportUpload } from '@annals/imports';
import { until } from '@annals/testing';
import { readFileSync } from 'node:fs';
import type { Client } from './client.js';
import type { Server } from './server.js';
import { stage } from './stage.js';
import { startedIn } from './started.js';
import { telcoFile } from './telco.js';

const { folder } = stage();
const telco = telcoFile(folder);

let server: Server;
let client: Client;

const start = async () => {
  ({ server, client } = await startedIn(folder, [], { LEASE_SECONDS: '3' }));
};
beforeAll(start);

const upload = async (content: Buffer | string) => {
  const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'text/csv' };
  const response = await fetch(`${server.url}/v1/import-files`, { method: 'POST', headers, body: content });
  return (await response.json()) as ImportUpload;
};

const begin = async (content: Buffer | string, name: string) => {
  const { fileId } = await upload(content);
  const { body: preview } = await client.post(`/v1/import-files/${fileId}/preview`, { name });
  const { mapping } = preview as ImportPreview;
  const { body } = await client.post('/v1/imports', { files: { rows: fileId }, mapping });
  return (body as ImportEntry).importId;
};

const entry = async (importId: string) => (await client.get(`/v1/imports/${importId}`)).body as ImportEntry;
const reaches = (importId: string, isThere: (task: NonNullable<ImportEntry['task']>) => boolean) =>
  until(async () => isThere((await entry(importId)).task!));

const registered = async (name: string) => {
  const ids: string[] = [];
  for (let after = 0; ;) {
    const { body } = await client.get(`/v1/events?limit=1000&after=${after}&types=CustomerRegistered`);
    const { events } = body as { readonly events: readonly { readonly position: number; readonly stream: string }[] };
    if (events.length === 0) return ids.filter((id) => id.startsWith(`customer-${name}-`));
    ids.push(...events.map(({ stream }) => stream));
    after = events.at(-1)!.position;
  }
};
const once = (ids: readonly string[]) => new Set(ids).size === ids.length;

it('goes on where it was after the server was killed in the middle', async () => {
  const importId = await begin(readFileSync(telco.path), 'telco');
  await reaches(importId, ({ progress }) => (progress?.rows ?? 0) > telco.customers / 3);
  await server.kill();
  await start();
  expect((await registered('telco')).length).toBeLessThan(telco.customers);

  await reaches(importId, ({ state }) => state === 'finished');
  const { task, rows, failed } = await entry(importId);
  expect({ rows, failed }).toEqual({ rows: telco.customers, failed: 0 });
  expect(task!.figures!.skipped).toBeGreaterThan(0);
  const ids = await registered('telco');
  expect({ count: ids.length, once: once(ids) }).toEqual({ count: telco.customers, once: true });
});

type Paused = { readonly importId: string; readonly name: string; readonly rows: number };

/** An import that was paused in the middle: of twice as many rows when the machine had ended it before. */
const pausedInTheMiddle = async (rows: number): Promise<Paused> => {
  const name = `many-${rows}`;
  const importId = await begin(
    ['No,Name', ...Array.from({ length: rows }, (_, row) => `${row},王芳`)].join('\n'),
    name,
  );
  await reaches(importId, ({ progress }) => (progress?.rows ?? 0) > 0);
  const { status } = await client.post(`/v1/imports/${importId}/pause`, {});
  await reaches(importId, ({ state }) => state !== 'running');
  const { state } = (await entry(importId)).task!;
  if (state === 'finished') return pausedInTheMiddle(2 * rows);
  expect([status, state]).toEqual([200, 'paused']);
  return { importId, name, rows };
};

let paused: Paused;

it('is paused in the middle, and goes on there', async () => {
  paused = await pausedInTheMiddle(4_000);
  const { importId, name, rows } = paused;
  const before = await registered(name);
  expect(before.length).toBeLessThan(rows);

  expect((await client.post(`/v1/imports/${importId}/run`, {})).status).toBe(200);
  await reaches(importId, ({ state }) => state === 'finished');
  const ids = await registered(name);
  expect({ count: ids.length, once: once(ids) }).toEqual({ count: rows, once: true });
  expect((await entry(importId)).task!.figures!.skipped).toBeGreaterThan(0);
});

it('is undone', async () => {
  const { importId, rows } = paused;
  await client.post(`/v1/imports/${importId}/undo`, {});
  await reaches(importId, ({ kind, state }) => kind === 'undo' && state === 'finished');
  expect((await entry(importId)).undo).toMatchObject({ by: 'admin', withdrawn: rows, kept: 0 });
});
