import { MemoryDocumentStore } from '@annals/store-memory';
import { knownTrouble, noteTrouble } from './log-trouble.js';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
const away = (hour: number, reason = 'LogAway') => ({ reason, trouble: 'It is away.', since: at(hour).toISOString() });

it('is remembered with the earliest time of all processes, until the log answers', async () => {
  const store = new MemoryDocumentStore();
  expect(await knownTrouble(store)).toBeUndefined();
  await noteTrouble(store, undefined, at(8));
  await noteTrouble(store, away(10), at(11));
  await noteTrouble(store, away(9), at(12));
  await noteTrouble(store, away(10), at(13));
  expect(await knownTrouble(store)).toEqual(away(9));
  await noteTrouble(store, away(11, 'LogRefused'), at(14));
  expect(await knownTrouble(store)).toEqual({ ...away(9), reason: 'LogRefused' });
  await noteTrouble(store, undefined, at(15));
  expect(await knownTrouble(store)).toBeUndefined();
  await noteTrouble(store, away(16), at(17));
  expect(await knownTrouble(store)).toEqual(away(16));
});
