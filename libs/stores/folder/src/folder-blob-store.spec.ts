import { blobStoreContract } from '@annals/testing';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderBlobStore } from './folder-blob-store.js';

const root = mkdtempSync(join(tmpdir(), 'annals-blobs-'));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
const newFolder = () => join(root, `${(folders += 1)}`);
const text = async function* (content: string) {
  yield Buffer.from(content);
};

describe('FolderBlobStore', () => {
  blobStoreContract(() => {
    const folder = newFolder();
    return () => new FolderBlobStore({ folder });
  });

  it('keeps files from other users of the machine', async () => {
    const folder = newFolder();
    await new FolderBlobStore({ folder }).put('a/b.csv', text('x'), 10);
    const modes = [folder, `${folder}/a`, `${folder}/a/b.csv`].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  it('does not list what a killed process left, and removes it after a day', async () => {
    const folder = newFolder();
    const incoming = join(folder, '.incoming');
    mkdirSync(incoming, { recursive: true });
    for (const name of ['old', 'new']) writeFileSync(join(incoming, name), 'half');
    const yesterday = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(join(incoming, 'old'), yesterday, yesterday);
    const store = new FolderBlobStore({ folder });
    expect(await store.list('')).toEqual([]);
    await store.put('a', text('x'), 10);
    expect(readdirSync(incoming)).toEqual(['new']);
  });
});
