import { MemoryBlobStore, MemoryRecordStore } from '@annals/store-memory';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeOverImports } from './index.js';

const errors = 'file,row,line,severity,column,code,reason,original\r\nrows,1,2,error,id,BlankKey,Blank,x\r\n';

let folder: string;
let records: MemoryRecordStore;
let blobs: MemoryBlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annals-imports-'));
  [records, blobs] = [new MemoryRecordStore(), new MemoryBlobStore()];
  await put('a-1.json', JSON.stringify({ fingerprint: 'f', rows: [4, 0], errorBytes: errors.length }));
  await put('broken-1.json', '{ "finger');
  await put('a-1-errors.csv', `${errors}a line that the journal does not count`);
  await put('b-1-errors.csv', errors);
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, text: string) => writeFile(join(folder, name), text);
const takeOver = () => takeOverImports(folder, { records, blobs }, '.taken-over');
const textOf = async (name: string) => {
  const content = await blobs.get(name);
  return content && Buffer.concat(await Array.fromAsync(content)).toString();
};

it.each([1, 2])('keeps the progress as a record and problems as stored files, after %i starts', async (starts) => {
  for (let start = 0; start < starts; start += 1) await takeOver();
  const [recorded, ...others] = await records.list('import', { limit: 10 });
  expect([recorded, others]).toMatchObject([
    { id: 'a-1', body: { fingerprint: 'f', rows: [4, 0], parts: 1, bytes: 36 } },
    [],
  ]);
  expect(await textOf('imports/a-1-errors/00000001.csv')).toBe(errors.slice(errors.indexOf('rows,')));
  expect(await textOf('imports/b-1-errors.csv')).toBe(errors);
  const names = await readdir(folder);
  expect(names.every((name) => name.endsWith('.taken-over'))).toBe(true);
});

it('keeps no part when no row had a problem', async () => {
  await put('a-1.json', JSON.stringify({ fingerprint: 'f', rows: [4], errorBytes: 0 }));
  await takeOver();
  expect(await records.get('import', 'a-1')).toMatchObject({ body: { parts: 0, bytes: 0 } });
  expect(await textOf('imports/a-1-errors/00000001.csv')).toBeUndefined();
});

it('does nothing without a folder', async () => {
  await takeOverImports(join(folder, 'missing'), { records, blobs }, '.taken-over');
  expect([await records.kinds(), await blobs.list('')]).toEqual([[], []]);
});
