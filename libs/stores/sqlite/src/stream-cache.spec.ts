import type { RecordedEvent } from '@annals/event-sourcing';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StreamCache } from './stream-cache.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-streams-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'log.db');
const mine = new Database(file);
mine.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x)');
afterAll(() => mine.close());

const event = (revision: number) => ({ id: `e-${revision}`, revision }) as RecordedEvent;
const events = (count: number) => Array.from({ length: count }, (_, revision) => event(revision));
const opened = (most?: number) => {
  const cache = new StreamCache(mine, most);
  cache.look();
  return cache;
};

it('knows a stream that was read, with what was appended since', () => {
  const cache = opened();
  cache.set('a', events(1));
  cache.append('a', 0, 1, () => [event(1)]);
  expect(cache.get('a')).toEqual(events(2));
});

it('parses what was appended once, and only for those who ask', () => {
  const cache = opened();
  const parse = jest.fn(() => [event(0)]);
  cache.set('a', []);
  cache.append('a', -1, 1, parse);
  cache.append('a', 0, 1, () => [event(1)]);
  expect(parse).not.toHaveBeenCalled();
  expect([cache.get('a'), cache.get('a')]).toEqual([events(2), events(2)]);
  expect(parse).toHaveBeenCalledTimes(1);
});

it('knows a stream that there is not, too', () => {
  const cache = opened();
  cache.set('a', []);
  expect(cache.get('a')).toEqual([]);
});

it('forgets a stream after an append behind what it knows', () => {
  const cache = opened();
  cache.set('a', events(1));
  cache.append('a', 1, 1, () => [event(2)]);
  expect(cache.get('a')).toBeUndefined();
});

it('forgets everything when another connection has written', () => {
  const cache = opened();
  cache.set('a', events(1));
  const other = new Database(file);
  other.exec('INSERT INTO t VALUES (1)');
  other.close();
  cache.look();
  expect(cache.get('a')).toBeUndefined();
});

it('keeps what its own connection writes', () => {
  const cache = opened();
  cache.set('a', events(1));
  mine.exec('INSERT INTO t VALUES (1)');
  cache.look();
  expect(cache.get('a')).toEqual(events(1));
});

it('leaves very long streams to the file, and of many streams those that were seen last', () => {
  const cache = opened(2);
  cache.set('long', events(201));
  for (const stream of ['a', 'b', 'a', 'c']) cache.set(stream, events(1));
  expect(['long', 'a', 'b', 'c'].map((stream) => cache.get(stream)?.length)).toEqual([undefined, 1, undefined, 1]);
});
