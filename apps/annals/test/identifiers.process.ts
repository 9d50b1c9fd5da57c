import { closeStores, configurationOf, FORM, openEngine, progressOf, type Engine } from '@annals/composition';
import { CustomerRegistered } from '@annals/contracts-customers';
import { NO_STREAM } from '@annals/event-sourcing';
import { IDENTIFIER_FORM } from '@annals/text';
import { newEvent } from '@annals/testing';
import { join } from 'node:path';
import { comes } from './apart/patience.js';
import { Client } from './client.js';
import { Server } from './server.js';
import { stage } from './stage.js';

const { annals, folder } = stage();

const PASSWORD = 'correct horse battery staple';
const OTHERS = 6_000;
const DATA_DIR = join(folder, 'old');

/** A log as an older version left it: two notations of one code, which were different then, and many other customers. */
const recordOld = async ({ log, records }: Engine) => {
  const { kind, id } = FORM;
  await records.delete(kind, id, (await records.get(kind, id))!.revision);
  const codes = [
    ['one', '91350100-M000100Y43'],
    ...Array.from({ length: OTHERS }, (_, index) => [`other-${index}`, `duns:${100_000_000 + index}`] as const),
    ['two', '91350100.M000100Y43'],
  ] as const;
  await Promise.all(
    codes.map(([customerId, organisationCode]) => {
      const profile = { kind: 'organisation', name: customerId, roles: ['prospect'], organisationCode } as const;
      const registered = CustomerRegistered.event({ customerId, profile: { ...profile, roles: ['prospect'] } });
      return log.append(`customer-${customerId}`, NO_STREAM, [{ ...newEvent(customerId), ...registered }]);
    }),
  );
};

const progress = ({ records, log }: Engine) => progressOf(records, log, IDENTIFIER_FORM);

let client: Client;
const third = (customerId: string) =>
  client.post('/v1/customers', {
    ...{ customerId, kind: 'organisation', name: customerId, roles: ['prospect'] },
    organisationCode: '9135 0100 m000 100y43',
  });
const collisions = async () => {
  const { body } = await client.get('/v1/identifiers/collisions');
  return (body as { readonly items: readonly { readonly customers: readonly string[] }[] }).items;
};

it('reserves unique values of an old log anew, also after a kill, and lists what several customers have', async () => {
  const first = await Server.start(DATA_DIR);
  client = new Client(first.url);
  await client.claim(first.oneTimePassword!, PASSWORD);
  await first.stop();
  const engine = await openEngine(configurationOf({ DATA_DIR }));
  await recordOld(engine);

  const killed = await Server.start(DATA_DIR);
  await comes('some progress', async () => (await progress(engine)).position > 0);
  await killed.kill();
  expect(await progress(engine)).toMatchObject({ isDone: false });
  expect((await annals(['status'], { DATA_DIR })).out).toMatch(/Unique values are reserved anew up to position [1-9]/);

  client.url = (await Server.start(DATA_DIR)).url;
  expect([409, 503]).toContain((await third('three')).status);
  await comes('the end', async () => (await progress(engine)).isDone);
  expect(await third('three')).toMatchObject({ status: 409, body: { code: 'IdentifierTaken' } });
  await comes('the collision', async () => (await collisions()).length > 0);
  expect(await collisions()).toMatchObject([{ kind: 'organisationCode', customers: ['one', 'two'] }]);
  expect((await client.get('/metrics')).body).toContain('annals_identifier_collisions 1');
  expect((await annals(['status'], { DATA_DIR })).out).toContain('Unique values that belong to several records: 1;');

  const changed = await client.post('/v1/customers/one/change-data', {
    changes: { organisationCode: 'duns:999999999' },
  });
  expect(changed).toMatchObject({ status: 200 });
  await comes('nothing to settle', async () => (await collisions()).length === 0);
  expect(await third('three')).toMatchObject({ status: 409, body: { details: { holder: 'customer-two' } } });
  await closeStores(engine);
});
