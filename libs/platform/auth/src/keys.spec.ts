import { NO_RECORD } from '@annals/event-sourcing';
import { MemoryRecordStore } from '@annals/store-memory';
import { keysRecord, loadKeys } from './index.js';

let records: MemoryRecordStore;
beforeEach(() => (records = new MemoryRecordStore()));

it('makes the keys at the first start', async () => {
  const keys = await loadKeys(records);
  expect([keys.token.length, keys.blind.length]).toEqual([32, 32]);
  expect(keys.token).not.toEqual(keys.blind);
});

it('finds them at the next start', async () => {
  expect(await loadKeys(records)).toEqual(await loadKeys(records));
});

it('gives processes that start at the same time the same keys', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => loadKeys(records)));
  for (const other of others) expect(other).toEqual(first);
});

it('signs with the secret of the environment where there is one', async () => {
  const secret = 's'.repeat(32);
  const [own, shared] = [await loadKeys(records), await loadKeys(records, secret)];
  expect(shared).toEqual({ token: Buffer.from(secret), blind: own.blind });
});

it.each([
  { token: '', blind: '' },
  { token: 'AAAA', blind: 'AAAA' },
])('refuses a record that holds %j, and leaves it as it is', async (body) => {
  const damaged = await records.put(keysRecord(body), NO_RECORD);
  await expect(loadKeys(records)).rejects.toThrow('does not contain the two keys');
  expect(await records.get('keys', 'installation')).toEqual(damaged);
});
