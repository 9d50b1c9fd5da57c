import { closeStores, configurationOf, openEngine } from '@annals/composition';
import { status } from '@annals/projecting';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { attach, CONTRACT } from './attached.js';
import type { Receipt } from './client.js';
import { expectSoundLog, expectViewsLikeRebuilt } from './inspection.js';
import { Load } from './load.js';
import { readManifest, type Manifest } from '../src/manifest.js';
import { stage } from './stage.js';
import { startedIn } from './started.js';

const { folder, annals } = stage();
const at = (name: string) => join(folder, name);
const annalsOn = (dataDir: string, ...args: readonly string[]) => annals(args, { DATA_DIR: at(dataDir) });
const saying = (text: string) => expect.stringContaining(text) as string;

let content: string;
let load: Load;
let acknowledgedBefore: number;
let manifest: Manifest;
beforeAll(async () => {
  const { server, client } = await startedIn(at('data'));
  content = await attach(client);
  load = new Load(client, 8);
  await load.reaches(500);
  acknowledgedBefore = load.acknowledged.length;
  expect(await annalsOn('data', 'backup', at('backup'))).toMatchObject({ code: 0, err: '' });
  await load.reaches(load.acknowledged.length + 100);
  await load.end();
  await server.stop();
  manifest = await readManifest(at('backup'));
});

describe('a back-up that was taken during writes', () => {
  it('reports its content', () => {
    expect(manifest.files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^blobs\/.+/) as string,
      ...['records.db', 'views.db', 'events.db'],
    ]);
    expect(manifest.position).toBeGreaterThanOrEqual(acknowledgedBefore);
  });

  it('restores everything that was acknowledged before it', async () => {
    const { code, out } = await annalsOn('restored', 'restore', at('backup'));
    expect({ code, out }).toEqual({ code: 0, out: saying('events and all other data') });
    expect(readdirSync(at('restored')).toSorted()).toEqual(['blobs', 'events.db', 'records.db', 'views.db']);
    await expectSoundLog({ DATA_DIR: at('restored') }, load.acknowledged.slice(0, acknowledgedBefore));
  });

  it('has no view ahead of its log, and every view becomes equal to a rebuilt one', async () => {
    await annalsOn('views', 'restore', at('backup'));
    const engine = await openEngine(configurationOf({ DATA_DIR: at('views') }));
    const positions = (await status(engine.log, engine.documents, engine.catalogue.views)).map(
      ({ position }) => position,
    );
    expect(Math.max(...positions)).toBeLessThanOrEqual(manifest.position!);
    await closeStores(engine);
    await expectViewsLikeRebuilt({ DATA_DIR: at('views') });
  });

  it('serves requests, with its accounts and the files that were attached', async () => {
    await annalsOn('answering', 'restore', at('backup'));
    const { server, client } = await startedIn(at('answering'));
    const customer = { customerId: 'after-the-restore', kind: 'person', name: '王芳', roles: ['prospect'] };
    const { status: created, body } = await client.post('/v1/customers', customer);
    const { consistencyToken, position } = body as Receipt;
    expect([created, position]).toEqual([201, manifest.position! + 1]);
    const read = await client.get('/v1/customers/after-the-restore', { 'consistency-token': consistencyToken });
    expect(read).toMatchObject({ status: 200, body: { profile: { name: '王芳' } } });
    expect(await client.get(content)).toMatchObject({ status: 200, body: CONTRACT });
    await server.stop();
  });
});

describe('a restore refuses', () => {
  const copyBackUp = (name: string) => cpSync(at('backup'), at(name), { recursive: true });
  const flipByte = (file: string) => {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
  };

  it.each([
    ['a changed file', 'events.db', flipByte],
    ['a shortened file', 'views.db', (file: string) => truncateSync(file, 100)],
    ['a longer file', 'records.db', (file: string) => appendFileSync(file, ' ')],
    ['a missing file', 'records.db', (file: string) => rmSync(file)],
  ])('%s, names it, and leaves no files', async (title, file, damage) => {
    copyBackUp(title);
    damage(at(`${title}/data/${file}`));
    const { code, err } = await annalsOn(`from ${title}`, 'restore', at(title));
    expect({ code, err }).toEqual({ code: 1, err: saying(`data/${file} has changed since it was written`) });
    expect(readdirSync(at(`from ${title}`))).toEqual([]);
  });

  it.each([
    ['an unfinished back-up', (file: string) => rmSync(file)],
    [
      'a manifest that names a file outside',
      (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('"records.db"', '"../records.db"')),
    ],
  ])('%s', async (title, change) => {
    copyBackUp(title);
    change(at(`${title}/manifest.json`));
    const { code, err } = await annalsOn(`from ${title}`, 'restore', at(title));
    expect({ code, err }).toEqual({ code: 1, err: saying('no complete backup') });
  });

  it('a data folder that is not empty, and leaves it unchanged', async () => {
    mkdirSync(at('taken'));
    writeFileSync(at('taken/mine.txt'), 'mine');
    const { code, err } = await annalsOn('taken', 'restore', at('backup'));
    expect({ code, err }).toEqual({ code: 1, err: saying('is not empty') });
    expect(readdirSync(at('taken'))).toEqual(['mine.txt']);
  });

  it('no remains of a killed restore, and starts over', async () => {
    mkdirSync(at('half/.restoring'), { recursive: true });
    writeFileSync(at('half/.restoring/events.db'), 'torn');
    expect(await annalsOn('half', 'restore', at('backup'))).toMatchObject({ code: 0 });
    expect(readdirSync(at('half'))).not.toContain('.restoring');
  });
});

describe('a back-up refuses', () => {
  it.each([
    ['a folder that is not empty', 'backup', 'not empty'],
    ['a folder in the data folder', 'data/backup', 'in the data folder'],
  ])('%s', async (_, target, reason) => {
    const { code, err } = await annalsOn('data', 'backup', at(target));
    expect({ code, err }).toEqual({ code: 1, err: saying(reason) });
  });

  it('an empty data folder', async () => {
    expect(await annalsOn('nowhere', 'backup', at('of nothing'))).toMatchObject({ code: 1 });
  });
});
