import { BlobTooLarge, type BlobContent, type BlobStore } from '@annals/event-sourcing';
import { createHash } from 'node:crypto';

const LIMIT = 10_000_000; // bytes

async function* parts(...texts: readonly (string | Buffer)[]): BlobContent {
  for (const text of texts) yield Buffer.from(text);
}

async function* breaking(): BlobContent {
  yield Buffer.from('a part');
  throw new Error('The connection was closed.');
}

/** The contract of every `BlobStore`; `newStore` creates an empty one and returns handles to it. An adapter must pass all of it. */
export const blobStoreContract = (newStore: () => () => BlobStore) => {
  let handles: Set<BlobStore>;
  let open: () => BlobStore;
  let store: BlobStore;

  beforeEach(() => {
    const openStore = newStore();
    handles = new Set();
    open = () => {
      const handle = openStore();
      handles.add(handle);
      return handle;
    };
    store = open();
  });

  afterEach(() => Promise.all([...handles].map((handle) => handle.close())));

  const put = (name: string, ...texts: readonly (string | Buffer)[]) => store.put(name, parts(...texts), LIMIT);
  const read = async (name: string, from = store) => {
    const content = await from.get(name);
    return content && Buffer.concat(await Array.fromAsync(content));
  };
  const textOf = async (name: string) => (await read(name))?.toString();

  it('begins empty', async () => {
    expect([await store.get('a'), await store.stat('a'), await store.list('')]).toEqual([undefined, undefined, []]);
    await store.delete('a');
  });

  it('returns what was stored, with its size and hash', async () => {
    const bytes = Buffer.alloc(1_200_000, 'Müller \u{1F600} ');
    const info = { name: 'imports/big.csv', bytes: bytes.length };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const stored = await put(info.name, bytes.subarray(0, 7), bytes.subarray(7, 700_000), bytes.subarray(700_000));
    expect(stored).toEqual({ ...info, sha256 });
    expect(await open().stat(info.name)).toEqual(stored);
    expect((await read(info.name, open()))?.equals(bytes)).toBe(true);
  });

  it('stores an empty file', async () => {
    expect(await put('empty')).toMatchObject({ bytes: 0 });
    expect(await store.stat('empty')).toMatchObject({ bytes: 0 });
    expect(await textOf('empty')).toBe('');
  });

  it('replaces a file of the same name', async () => {
    await put('a', 'first');
    await put('a', 'second');
    expect(await textOf('a')).toBe('second');
    expect(await store.list('')).toEqual(['a']);
  });

  it('deletes a file', async () => {
    await put('a', 'first');
    await put('b', 'other');
    await store.delete('a');
    await store.delete('a');
    expect([await textOf('a'), await textOf('b')]).toEqual([undefined, 'other']);
  });

  it('lists names by their beginning', async () => {
    for (const name of ['b/2.csv', 'b/1.csv', 'a', 'b-3', 'B']) await put(name);
    expect(await store.list('')).toEqual(['B', 'a', 'b-3', 'b/1.csv', 'b/2.csv']);
    expect(await store.list('b/')).toEqual(['b/1.csv', 'b/2.csv']);
    expect(await store.list('c')).toEqual([]);
  });

  it('takes as many bytes as are allowed, and no more', async () => {
    await store.put('a', parts('12345', '67890'), 10);
    await expect(store.put('a', parts('12345', '678901'), 10)).rejects.toThrow(BlobTooLarge);
    await expect(store.put('b', parts('12345', '678901'), 10)).rejects.toThrow(BlobTooLarge);
    expect(await textOf('a')).toBe('1234567890');
    expect(await store.list('')).toEqual(['a']);
  });

  it('keeps what was there when the content breaks off', async () => {
    await put('a', 'first');
    await expect(store.put('a', breaking(), LIMIT)).rejects.toThrow('The connection was closed.');
    await expect(store.put('b', breaking(), LIMIT)).rejects.toThrow('The connection was closed.');
    expect(await textOf('a')).toBe('first');
    expect(await store.list('')).toEqual(['a']);
  });

  it('keeps one whole file of several that are stored at the same time', async () => {
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(400_000));
    await Promise.all(texts.map((text) => open().put('same', parts(text.slice(0, 9), text.slice(9)), LIMIT)));
    const text = await textOf('same');
    expect(texts.some((each) => each === text)).toBe(true);
    expect(await store.list('')).toEqual(['same']);
  });

  it.each(['', '/', 'a/', '/a', '../a', 'a/../b', '.a', 'a//b', 'a b', 'ä', 'a\0', 'x'.repeat(201)])(
    'refuses the name "%s"',
    async (name) => {
      await expect(put(name, 'x')).rejects.toThrow('cannot be the name of a stored file');
      await expect(store.get(name)).rejects.toThrow('cannot be the name of a stored file');
      await expect(store.delete(name)).rejects.toThrow('cannot be the name of a stored file');
    },
  );
};
