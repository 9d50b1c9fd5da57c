import type { Client } from './client.js';
import { stage } from './stage.js';

const { open } = stage();

const PAIRS = Array.from({ length: 24 }, (_, number) => number);
const path = (name: string, number: number) => `/v1/customers/${name}-${number}`;

const register = async (client: Client) => {
  const rows = PAIRS.flatMap((number) => ['kept', 'other'].map((name) => ({ name, number })));
  const commands = rows.map(({ name, number }) => ({
    ...{ type: 'RegisterCustomer', customerId: `${name}-${number}`, kind: 'person', name: `${name} ${number}` },
    ...{ roles: ['prospect'], phone: `+43 1 55${number + 10}` },
  }));
  await client.post('/v1/commands', { commands });
};

type Page = { readonly merged?: readonly object[] };

/** Whether a pair is one customer, as both of its ids say; `undefined` while they differ. */
const isMerged = async (client: Client, number: number): Promise<boolean | undefined> => {
  const kept = (await client.get(path('kept', number))).body as Page;
  const refused = await client.post(`${path('other', number)}/change-data`, { changes: { fax: '+43 1 9' } });
  const survives = kept.merged?.length === 1;
  return survives === (refused.status === 409) ? survives : undefined;
};

it('is completed or has left nothing after the process was killed within it, and is there if it was acknowledged', async () => {
  const first = await open();
  await register(first.client);
  const acknowledged = new Set<number>();
  const merging = PAIRS.map(async (number) => {
    const reply = await first.client.post(`${path('kept', number)}/merge`, {
      mergedId: `other-${number}`,
      reason: 'Registered twice.',
    });
    if (reply.status === 200) acknowledged.add(number);
    if (acknowledged.size === 3) void first.server.kill();
  });
  await Promise.allSettled(merging);
  const { client } = await open();
  for (const number of PAIRS) {
    let merged = await isMerged(client, number);
    while (merged === undefined) merged = await isMerged(client, number);
    if (acknowledged.has(number)) expect([number, merged]).toEqual([number, true]);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(3);
});
