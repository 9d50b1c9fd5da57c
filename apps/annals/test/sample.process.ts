import type { Client } from './client.js';
import { freePort } from './ports.js';
import { sampleFigures, type Customers } from './sample.js';
import type { Server } from './server.js';
import { stage } from './stage.js';

const { annals, begin, folder, open } = stage();

let server: Server;
let client: Client;
let sample: Awaited<ReturnType<typeof client.get>>;
beforeAll(async () => {
  ({ server, client } = await open(['--sample']));
  sample = await client.get('/v1/customers?limit=200');
});

it('shows the whole sample at the first read', () => {
  expect((sample.body as Customers).items).toHaveLength(91);
});

sampleFigures(() => client);

it('adds nothing when it is loaded again, by the command line or at the next start', async () => {
  const lastEvents = async () => (await client.get('/v1/events?after=1900&limit=1000')).body;
  const before = await lastEvents();
  expect(await annals(['import', 'infra/samples/northwind/mapping.json'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('OpenDeal: 830 already there') as string,
  });
  expect(await lastEvents()).toEqual(before);

  await server.stop();
  ({ server, client } = await open(['--sample']));
  expect(await lastEvents()).toEqual(before);
});

it('is not ready before the sample is loaded', async () => {
  const port = await freePort();
  const environment = { DATA_DIR: `${folder}/ready`, PORT: `${port}` };
  const { child, finished } = begin(process.execPath, ['apps/annals/dist/main.js', '--sample'], environment);
  const seen = new Set<string>();
  while (!seen.has('ready')) seen.add(await readiness(port));
  expect(seen).toContain('SampleLoading');
  child.kill('SIGTERM');
  expect((await finished).err).toContain('OpenDeal: 830');
});

const readiness = async (port: number): Promise<string> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`);
    const { details } = (await response.json()) as { details?: { reasons: readonly { reason: string }[] } };
    return details?.reasons[0]!.reason ?? 'ready';
  } catch {
    return 'not listening';
  }
};
