import { EventStoreDBClient, jsonEvent, StreamDeletedError } from '@eventstore/db-client';
import { admin, notesOf, stage } from '../test/stage.js';
import { tls, trusted } from '../test/tls.js';

const { start } = stage();
const noted = (note: string) => jsonEvent({ type: 'Noted', data: { note } });

it('takes appends of a client without credentials over one call, also in several messages', async () => {
  const { server, client } = await start();
  const notes = ['1', '2', '3'];
  const many = client.appendToStream('a', notes.map(noted), { batchAppendSize: 1, expectedRevision: 'no_stream' });
  const others = ['b', 'c'].map((stream) => client.appendToStream(stream, noted(stream)));
  const results = await Promise.all([many, ...others]);
  expect(results.map(({ success, nextExpectedRevision }) => [success, nextExpectedRevision])).toEqual([
    ...[[true, 2n], [true, 0n], [true, 0n]], // prettier-ignore
  ]);
  for (const { position } of results) expect(position!.commit).toBeGreaterThan(0n);
  expect(await notesOf(client.readStream('a'))).toEqual(notes);
  expect(server.faults.count('batchAppend')).toBe(3);
  expect(server.faults.count('append')).toBe(0);
});

it('refuses one append without those beside it', async () => {
  const { client } = await start({ version: '23.10.6' });
  await client.appendToStream('a', noted('1'));
  await client.appendToStream('gone', noted('1'));
  await client.tombstoneStream('gone');
  const wrong = client.appendToStream('a', noted('2'), { expectedRevision: 7n });
  const begun = client.appendToStream('a', noted('2'), { expectedRevision: 'no_stream' });
  const deleted = client.appendToStream('gone', noted('2'));
  const large = client.appendToStream('a', noted('x'.repeat(1_048_577)));
  const good = client.appendToStream('b', noted('2'));
  const conflict = { type: 'wrong-expected-version', actualVersion: 0n };
  await expect(wrong).rejects.toMatchObject({ ...conflict, expectedVersion: 7n });
  await expect(begun).rejects.toMatchObject({ ...conflict, expectedVersion: 'no_stream' });
  await expect(deleted).rejects.toThrow(StreamDeletedError);
  await expect(large).rejects.toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1_048_576 });
  expect((await good).success).toBe(true);
});

it('refuses an event that is too large, without a code for why', async () => {
  const { server, client } = await start({ version: '26.1.0' });
  server.traits = { ...server.traits, largestEvent: 1_000 };
  const refused = await client.appendToStream('a', noted('x'.repeat(1_001))).catch((error: unknown) => error);
  expect(refused).toMatchObject({ type: 'unknown' });
  expect((refused as { readonly code?: number }).code).toBeUndefined();
});

it('refuses what the caller may not do, with the rights of its connection', async () => {
  const clerk = { name: 'clerk', password: 'secret' };
  const { server, client } = await start({ tls, users: [admin, clerk] });
  await client.setStreamMetadata('a', { acl: { writeRoles: ['$admins'] } });
  expect((await client.appendToStream('a', noted('1'))).success).toBe(true);
  const url = server.url.replace(/\/\/.*@/, '//clerk:secret@');
  const other = EventStoreDBClient.connectionString(`${url}?${trusted}`);
  await expect(other.appendToStream('a', noted('2'))).rejects.toMatchObject({ type: 'access-denied' });
  await other.dispose();
});
