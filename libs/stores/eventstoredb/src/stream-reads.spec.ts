import { NO_STREAM } from '@annals/event-sourcing';
import { named, namesOf } from '@annals/testing';
import { desk, PATIENT } from '../test/desk.js';
import { knownStreams, readsOf } from '../test/known-streams.js';

const servers = desk();
const { serve, open } = servers;
const stage = () => knownStreams(servers, PATIENT);

it('answers all who read known streams at the same time after one look at the end of the log', async () => {
  const { server, store, other } = await stage();
  await other.append('a', 0, [named('a1')]);
  const all = () => Promise.all(['a', 'b', 'c', 'a', 'b', 'c'].map((stream) => store.read(stream)));
  expect(await readsOf(server, all)).toBe(1);
  expect((await all()).map(namesOf)).toEqual([['a0', 'a1'], ['b0'], ['c0'], ['a0', 'a1'], ['b0'], ['c0']]);
});

it('gives an event as the same object again, so that it is examined once', async () => {
  const { store } = await stage();
  await store.append('a', 0, [named('a1')]);
  const [first, second] = await store.read('a');
  expect((await store.read('a')).every((event, index) => event === [first, second][index])).toBe(true);
  expect((await store.read('a', 0))[0]).toBe(second);
});

it('knows an event that it has not read as one that it has', async () => {
  const { server, store, other } = await stage();
  await other.append('a', 0, [{ ...named('a1'), reason: '客户的愿望', decidedOn: { b: 0 } }]);
  expect(await store.read('a')).toEqual(await open(server.url).read('a'));
});

it('does not go through a log that has grown by very much, and reads the stream instead', async () => {
  const { server, store, other } = await stage();
  await other.append(
    'many',
    NO_STREAM,
    Array.from({ length: 1_100 }, (_, index) => named(`${index}`)),
  );
  await other.append('a', 0, [named('a1')]);
  expect(namesOf(await store.read('a'))).toEqual(['a0', 'a1']);
  expect(await readsOf(server, () => store.read('a'))).toBe(1);
});

it('goes through its own appends now and then, so that they never become too many', async () => {
  const { server, store } = await stage();
  for (let index = 0; index < 1_200; index += 1) await store.append('many', index - 1, [named(`${index}`)]);
  expect(await readsOf(server, () => store.read('a'))).toBe(1);
});

it('forgets the streams that were read longest ago', async () => {
  const server = await serve();
  const store = open(server.url, { ...PATIENT, kept: 6 });
  for (const stream of ['a', 'b', 'c', 'd']) await store.append(stream, NO_STREAM, [named(stream)]);
  for (const stream of ['a', 'a', 'b', 'c', 'd']) await store.read(stream); // an entry counts one more than its events
  expect(await readsOf(server, () => store.read('a'))).toBe(1);
  const looks = server.faults.count('read');
  await Promise.all(['c', 'd'].map((stream) => store.read(stream)));
  expect(server.faults.count('read')).toBe(looks + 1);
});
