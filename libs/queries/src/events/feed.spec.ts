import { MemoryEventStore } from '@annals/store-memory';
import { appendTo, newEvent } from '@annals/testing';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { EventFeed } from './feed.js';

const noted = (count: number) => Array.from({ length: count }, (_, index) => newEvent(`event-${index}`));

const feedOf = async (events: number) => {
  const log = new MemoryEventStore();
  await appendTo(log, ...noted(events));
  return { log, feed: new EventFeed(log) };
};

it('says that it is alive while nothing happens', async () => {
  const { feed } = await feedOf(1);
  const stream = feed.stream(1, undefined, new PassThrough(), { heartbeat: 1 })[Symbol.asyncIterator]();
  const frames = [await stream.next(), await stream.next(), await stream.next()];
  expect(frames.map(({ value }) => String(value))).toEqual(['retry: 3000\n\n', ':\n\n', ':\n\n']);
  await stream.return?.();
});

it('reads the log no faster than its reader takes it', async () => {
  const { log, feed } = await feedOf(5_000);
  let read = 0;
  const follow = log.follow.bind(log);
  log.follow = async function* (...args) {
    for await (const batch of follow(...args)) {
      read += batch.length;
      yield batch;
    }
  };
  const stream = feed.stream(0, undefined, new PassThrough());
  let taken = 0;
  for await (const chunk of stream) {
    taken += [...String(chunk).matchAll(/^id: /gm)].length;
    expect(read - taken).toBeLessThan(1_000);
    if (taken === 5_000) break;
  }
  expect(read).toBe(5_000);
});

it('hands on what goes wrong with the log', async () => {
  const { log, feed } = await feedOf(1);
  log.follow = async function* () {
    await Promise.resolve();
    yield* [];
    throw new Error('The disk is gone.');
  };
  await expect(feed.stream(0, undefined, new PassThrough()).toArray()).rejects.toThrow('The disk is gone.');
});

it('ends at once when the application is closing', async () => {
  const { feed } = await feedOf(1);
  await feed.beforeApplicationShutdown();
  expect((await feed.stream(0, undefined, new PassThrough()).toArray()).map(String)).toEqual(['retry: 3000\n\n']);
});

it('waits for open streams without another listener, of which a response has many', async () => {
  const { feed } = await feedOf(1);
  const response = new PassThrough();
  feed.stream(0, undefined, response).pipe(response);
  const before = response.listenerCount('close');
  const closing = feed.beforeApplicationShutdown();
  expect(response.listenerCount('close')).toBe(before);
  response.resume();
  await closing;
  expect(response.destroyed).toBe(true);
});

it('opens 20 streams for a reader, and another one when one of them has ended', async () => {
  const { feed } = await feedOf(1);
  const responses = Array.from({ length: 20 }, () => new PassThrough());
  const open = (response: PassThrough, reader = 'ann') => feed.stream(0, undefined, response, { reader });
  const streams = responses.map((response) => open(response));
  expect(() => open(new PassThrough())).toThrow('TooManyStreams');
  streams.push(open(new PassThrough(), 'bob'));
  await once(responses[0]!.destroy(), 'close');
  streams.push(open(new PassThrough()));
  for (const stream of streams) stream.destroy();
});

it('ends while nothing happens when its reader may not read any more', async () => {
  const { feed } = await feedOf(1);
  const lens = async () => {
    throw new Error('The key was revoked.');
  };
  const stream = feed.stream(1, undefined, new PassThrough(), { heartbeat: 1, lens });
  await expect(stream.toArray()).rejects.toThrow('The key was revoked.');
});

describe('a stream that reports problems', () => {
  const problemOf = (error: unknown) => ({ code: (error as Error).message });
  const PROBLEM = (code: string) => `event: problem\ndata: {"code":"${code}"}\n\n`;

  it('says what is wrong before it ends, and ends without an error', async () => {
    const { log, feed } = await feedOf(1);
    const follow = log.follow.bind(log);
    log.follow = async function* (...args) {
      for await (const batch of follow(...args)) {
        yield batch;
        throw new Error('LogAway');
      }
    };
    const frames = (await feed.stream(0, undefined, new PassThrough(), { problemOf }).toArray()).map(String);
    expect(frames.slice(1)).toEqual([expect.stringMatching(/^id: 1\n/), PROBLEM('LogAway')]);
  });

  it('says so while nothing happens, too', async () => {
    const { feed } = await feedOf(1);
    const lens = async () => {
      throw new Error('NotAuthenticated');
    };
    const stream = feed.stream(1, undefined, new PassThrough(), { heartbeat: 1, lens, problemOf });
    expect((await stream.toArray()).map(String)).toEqual(['retry: 3000\n\n', PROBLEM('NotAuthenticated')]);
  });

  it('reports that the application is closing', async () => {
    const { feed } = await feedOf(1);
    await feed.beforeApplicationShutdown();
    const stream = feed.stream(0, undefined, new PassThrough(), { problemOf });
    expect((await stream.toArray()).map(String).at(-1)).toBe(PROBLEM('StreamEnded'));
  });
});
