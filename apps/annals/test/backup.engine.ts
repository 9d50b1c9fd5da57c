import { MongoRecordStore } from '@annals/store-mongodb';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client.js';
import { readManifest } from '../src/manifest.js';
import { stage } from './stage.js';
import { startedIn } from './started.js';

const ANN = { customerId: 'ann', kind: 'person', name: 'Ann', roles: ['prospect'], email: 'ann@example.com' };

type Environment = Readonly<Record<string, string>>;

/** A log in the data folder, with records and views in another engine. */
describe('a backup', () => {
  const { folder, annals } = stage();
  const at = (name: string) => join(folder, name);
  const newUrl = () => {
    const url = new URL(process.env['READ_STORE_URL']!);
    url.pathname = `annals-backup-${randomUUID().slice(0, 8)}`;
    return url.href;
  };
  const inFolder = (name: string): Environment => ({ DATA_DIR: at(name), READ_STORE_URL: '' });
  const inMongo = (name: string): Environment => ({ DATA_DIR: at(name), READ_STORE_URL: newUrl() });
  const on = async (environment: Environment, use: (client: Client) => Promise<unknown>) => {
    const { server, client } = await startedIn(environment['DATA_DIR']!, [], environment);
    await use(client);
    await server.stop();
  };
  /** Of a file in which the key is blank. */
  const importOfBlanks = () => {
    const fields = { customerId: 'id', kind: { constant: 'person' }, roles: { constant: ['prospect'] }, name: 'name' };
    const step = { name: 'register', file: 'rows', command: 'RegisterCustomer', key: 'id', fields };
    writeFileSync(at('mapping.json'), JSON.stringify({ name: 'rows', files: { rows: {} }, steps: [step] }));
    writeFileSync(at('rows.csv'), 'id,name\n,Bob\n');
    return ['import', at('mapping.json'), at('rows.csv')];
  };
  const importIn = async (environment: Environment) => (await annals(['import-errors'], environment)).out.trim();
  const knowsAnn = async (client: Client) => {
    const again = await client.post('/v1/customers', { ...ANN, customerId: 'another' });
    expect(again).toMatchObject({ status: 409, body: { code: 'IdentifierTaken' } });
    expect(await client.get('/v1/customers/ann')).toMatchObject({ status: 200, body: { profile: { name: 'Ann' } } });
  };

  it('of a folder is restored into a MongoDB, and from there into a folder, with accounts and keys', async () => {
    const [first, mongo, last] = [inFolder('first'), inMongo('mongo'), inFolder('last')];
    await on(first, async (client) => expect((await client.post('/v1/customers', ANN)).status).toBe(201));
    expect((await annals(importOfBlanks(), first)).code).toBe(1);
    const errors = await annals(['import-errors', await importIn(first)], first);
    expect(errors).toMatchObject({ code: 0, out: expect.stringContaining('BlankKey') as string });
    expect(await annals(['backup', at('of folder')], first)).toMatchObject({ code: 0, err: '' });

    expect(await annals(['restore', at('of folder')], mongo)).toMatchObject({ code: 0 });
    expect(readdirSync(at('mongo'))).toEqual(['events.db']);
    await on(mongo, knowsAnn);
    expect(await annals(['import-errors', await importIn(mongo)], mongo)).toMatchObject(errors);
    expect(await annals(['backup', at('of mongo')], mongo)).toMatchObject({ code: 0, err: '' });
    const { files } = await readManifest(at('of mongo'));
    expect(files.map(({ name }) => name)).toEqual([
      'records.db',
      `blobs/imports/${await importIn(mongo)}-errors.csv`,
      'events.db',
    ]);

    expect(await annals(['restore', at('of mongo')], last)).toMatchObject({ code: 0 });
    await on(last, knowsAnn);
    expect(await annals(['import-errors', await importIn(last)], last)).toMatchObject(errors);
  });

  it('is not restored into a database that has records', async () => {
    const other = inMongo('other');
    await on(other, () => Promise.resolve());
    const { code, err } = await annals(['restore', at('of folder')], { ...other, DATA_DIR: at('empty') });
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('database with records') as string });
    expect(existsSync(at('empty')) ? readdirSync(at('empty')) : []).toEqual([]);
  });

  it('can be restored again where a restore was interrupted', async () => {
    const again = inMongo('again');
    const store = new MongoRecordStore({ url: again['READ_STORE_URL']! });
    expect(await annals(['restore', at('of folder')], again)).toMatchObject({ code: 0 });
    const [account] = await store.list('account', { limit: 1 });
    await store.delete('account', account!.id, account!.revision);
    await store.close();
    expect(await annals(['restore', at('of folder')], { ...again, DATA_DIR: at('again, too') })).toMatchObject({
      code: 0,
    });
    await on({ ...again, DATA_DIR: at('again, too') }, knowsAnn);
  });

  it('of records that move into a MongoDB is not needed: the next start takes them along', async () => {
    const here = inFolder('moving');
    await on(here, async (client) => expect((await client.post('/v1/customers', ANN)).status).toBe(201));
    await on({ ...here, READ_STORE_URL: newUrl() }, knowsAnn);
    expect(readdirSync(at('moving'))).toContain('records.db.taken-over');
  });
});
