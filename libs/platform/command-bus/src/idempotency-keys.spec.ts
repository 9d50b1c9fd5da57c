import { CommandIdReused, type Origin } from '@annals/event-sourcing';
import { IdempotencyKeys } from './idempotency-keys.js';

const origin = (commandId: string, fingerprint?: string): Origin => ({
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' },
  ...(fingerprint === undefined ? {} : { fingerprint }),
});
const done = async () => 'done';
const failed = () => Promise.reject(new Error('no'));

let keys: IdempotencyKeys;
beforeEach(() => (keys = new IdempotencyKeys(3)));

it('lets a command be repeated, and refuses another one under its id', async () => {
  await keys.once(origin('a', 'x'), done);
  expect(await keys.once(origin('a', 'x'), done)).toBe('done');
  await expect(keys.once(origin('a', 'y'), done)).rejects.toThrow(CommandIdReused);
  expect(await keys.once(origin('b', 'y'), done)).toBe('done');
});

it('refuses another command while the first is carried out', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const [first, again] = [keys.once(origin('a', 'x'), () => promise), keys.once(origin('a', 'x'), failed)];
  await expect(again).rejects.toThrow('no');
  await expect(keys.once(origin('a', 'y'), done)).rejects.toThrow(CommandIdReused);
  resolve('done');
  expect(await first).toBe('done');
});

it('leaves the id of a command that failed to a better one', async () => {
  await expect(keys.once(origin('a', 'x'), failed)).rejects.toThrow('no');
  expect(await keys.once(origin('a', 'y'), done)).toBe('done');
});

it('remembers that a command was done, though a repetition fails', async () => {
  await keys.once(origin('a', 'x'), done);
  await expect(keys.once(origin('a', 'x'), failed)).rejects.toThrow('no');
  await expect(keys.once(origin('a', 'y'), done)).rejects.toThrow(CommandIdReused);
});

it('asks nothing of commands that do not say what they are', async () => {
  await keys.once(origin('a', 'x'), done);
  expect(await keys.once(origin('a'), done)).toBe('done');
});

it('forgets what is long ago', async () => {
  for (const id of ['a', 'b', 'c', 'd']) await keys.once(origin(id, 'x'), done);
  expect(await keys.once(origin('a', 'y'), done)).toBe('done');
  await expect(keys.once(origin('d', 'y'), done)).rejects.toThrow(CommandIdReused);
});

it('does not mind that an id is forgotten while its command is carried out', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const slow = keys.once(origin('slow', 'x'), () => promise);
  for (const id of ['a', 'b', 'c']) await keys.once(origin(id, 'x'), done);
  resolve('done');
  expect(await slow).toBe('done');
});
