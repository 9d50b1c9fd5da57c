import { MongoServerSelectionError } from 'mongodb';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { databaseOf } from './connecting.js';

const nameIn = (url: string) => databaseOf(url).database.databaseName;

describe('a connection string', () => {
  it('names the database, or else it is annals', () => {
    expect(nameIn('mongodb://a:1,b:2/views?replicaSet=rs')).toBe('views');
    expect(nameIn('mongodb://ann:secret@a:1/my%20views')).toBe('my views');
    expect([nameIn('mongodb://a:1'), nameIn('mongodb://a:1/'), nameIn('mongodb://a:1/?w=1')]).toEqual(
      Array(3).fill('annals'),
    );
  });

  it('says how long to look for a server, or else it is not long', () => {
    const patience = (url: string) => databaseOf(url).client.options.serverSelectionTimeoutMS;
    expect([patience('mongodb://a:1'), patience('mongodb://a:1/?serverSelectionTimeoutMS=7')]).toEqual([1_800, 7]);
  });

  it('has every write known to the majority, and asks the server that knows of it', () => {
    const { client, database } = databaseOf('mongodb://a:1/?w=1&readPreference=secondary');
    expect(client.options.writeConcern?.w).toBe('majority');
    expect(database.readPreference?.mode).toBe('primary');
  });

  it.each([
    'http://ann:secret@a:1',
    'mongodb://ann:secret@',
    'mongodb://ann:sec/secret@a:1',
    'mongodb://ann:secret@a:1/?nonsense=1',
    'ann:secret@a',
  ])('that is none is refused without its password', (url) => {
    const refusal = () => databaseOf(url);
    expect(refusal).toThrow('This is not a connection string of MongoDB');
    expect(refusal).not.toThrow('secret');
  });
});

it('looks for a server anew with each query, so that it may start later', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const { port } = nobody.address() as AddressInfo;
  await new Promise((closed) => nobody.close(closed));
  const { client, database } = databaseOf(`mongodb://127.0.0.1:${port}/?serverSelectionTimeoutMS=50`);
  for (let attempt = 0; attempt < 3; attempt += 1)
    await expect(database.command({ ping: 1 })).rejects.toThrow(MongoServerSelectionError);
  await client.close();
});
