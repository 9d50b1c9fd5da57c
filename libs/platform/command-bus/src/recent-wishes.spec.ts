import { CommandIdReused, type Origin } from '@annals/event-sourcing';
import { RecentWishes } from './recent-wishes.js';

const origin = (commandId: string, fingerprint?: string): Origin => ({
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' },
  ...(fingerprint === undefined ? {} : { fingerprint }),
});
const done = async () => 'done';
const failed = () => Promise.reject(new Error('no'));

let wishes: RecentWishes;
beforeEach(() => (wishes = new RecentWishes(3)));

it('lets a command be repeated, and refuses another one under its id', async () => {
  await wishes.once(origin('a', 'x'), done);
  expect(await wishes.once(origin('a', 'x'), done)).toBe('done');
  await expect(wishes.once(origin('a', 'y'), done)).rejects.toThrow(CommandIdReused);
  expect(await wishes.once(origin('b', 'y'), done)).toBe('done');
});

it('refuses another command while the first is carried out', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const [first, again] = [wishes.once(origin('a', 'x'), () => promise), wishes.once(origin('a', 'x'), failed)];
  await expect(again).rejects.toThrow('no');
  await expect(wishes.once(origin('a', 'y'), done)).rejects.toThrow(CommandIdReused);
  resolve('done');
  expect(await first).toBe('done');
});

it('leaves the id of a command that failed to a better one', async () => {
  await expect(wishes.once(origin('a', 'x'), failed)).rejects.toThrow('no');
  expect(await wishes.once(origin('a', 'y'), done)).toBe('done');
});

it('remembers that a command was done, though a repetition fails', async () => {
  await wishes.once(origin('a', 'x'), done);
  await expect(wishes.once(origin('a', 'x'), failed)).rejects.toThrow('no');
  await expect(wishes.once(origin('a', 'y'), done)).rejects.toThrow(CommandIdReused);
});

it('asks nothing of commands that do not say what they are', async () => {
  await wishes.once(origin('a', 'x'), done);
  expect(await wishes.once(origin('a'), done)).toBe('done');
});

it('forgets what is long ago', async () => {
  for (const id of ['a', 'b', 'c', 'd']) await wishes.once(origin(id, 'x'), done);
  expect(await wishes.once(origin('a', 'y'), done)).toBe('done');
  await expect(wishes.once(origin('d', 'y'), done)).rejects.toThrow(CommandIdReused);
});

it('does not mind that an id is forgotten while its command is carried out', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const slow = wishes.once(origin('slow', 'x'), () => promise);
  for (const id of ['a', 'b', 'c']) await wishes.once(origin(id, 'x'), done);
  resolve('done');
  expect(await slow).toBe('done');
});
