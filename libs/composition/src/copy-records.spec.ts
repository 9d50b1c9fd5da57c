import { MemoryBlobStore } from '@annals/store-memory';
import { copyBlobs } from './copy-records.js';

async function* bytes(text: string) {
  yield Buffer.from(text);
}

const storeWith = async <Store extends MemoryBlobStore>(store: Store, ...names: readonly string[]): Promise<Store> => {
  for (const name of names) await store.put(name, bytes(name), 100);
  return store;
};

/** Deletes a file once it has been listed. */
class LeavingStore extends MemoryBlobStore {
  override async list(prefix: string): Promise<string[]> {
    const names = await super.list(prefix);
    await this.delete('leaving');
    return names;
  }
}

it('names only what was copied: neither what was there already, nor what was deleted meanwhile', async () => {
  const from = await storeWith(new LeavingStore(), 'known', 'leaving', 'new');
  const to = await storeWith(new MemoryBlobStore(), 'known');
  expect(await copyBlobs(from, to)).toEqual(['new']);
  expect(await to.list('')).toEqual(['known', 'new']);
});
