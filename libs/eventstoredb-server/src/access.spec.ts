import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { admin, BEGIN, credentials, notesOf, stage, typesOf } from '../test/stage.js';
import { tls, trusted } from '../test/tls.js';

const { start, append } = stage();
const clerk = { name: 'clerk', password: 'secret' };
const asClerk = { credentials: { username: 'clerk', password: 'secret' } };

// The driver says who calls only with TLS.
const serve = () => start({ tls, users: [admin, clerk] });

it('refuses a wrong password and a caller without one, in different ways', async () => {
  const { server, client } = await serve();
  const wrong = { credentials: { username: 'admin', password: 'wrong' } };
  await expect(notesOf(client.readStream('a', wrong))).rejects.toMatchObject({ type: 'access-denied', code: 16 });
  const stranger = EventStoreDBClient.connectionString(`${server.url.replace(/\/\/.*@/, '//')}?${trusted}`);
  await expect(notesOf(stranger.readStream('a'))).rejects.toMatchObject({ type: 'access-denied', code: 7 });
  await stranger.dispose();
});

it('lets administrators alone read the whole log and the streams of the server', async () => {
  const { client } = await serve();
  await expect(notesOf(client.readAll({ ...BEGIN, ...asClerk }))).rejects.toMatchObject({ code: 7 });
  await expect(typesOf(client.readStream('$users', asClerk))).rejects.toMatchObject({ code: 7 });
  expect(await typesOf(client.readStream('$users', { credentials }))).toEqual(['$User']);
});

it('grants by the access list of a stream', async () => {
  const { client } = await serve();
  await append('a', '1');
  const acl = { readRoles: ['clerk'], writeRoles: ['$admins'] };
  await client.setStreamMetadata('a', { acl }, { credentials });
  expect(await notesOf(client.readStream('a', asClerk))).toEqual(['1']);
  const noted = jsonEvent({ type: 'Noted', data: {} });
  await expect(client.appendToStream('a', noted, asClerk)).rejects.toMatchObject({ type: 'access-denied' });
});
