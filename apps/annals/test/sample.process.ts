import type { Client } from './client.js';
import { sampleFigures, type Customers } from './sample.js';
import type { Server } from './server.js';
import { stage } from './stage.js';

const { annals, open } = stage();

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
