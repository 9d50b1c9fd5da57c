import { AppendTooLarge, NO_STREAM, OutcomeUnknown, RevisionConflict } from '@annals/event-sourcing';
import { named, namesOf } from '@annals/testing';
import type { Fault } from '@annals/eventstoredb-server';
import { desk, PATIENT } from '../test/desk.js';

const servers = desk();
const { open } = servers;

const FAULTS: readonly Fault[] = [
  'swallow',
  'swallow after commit',
  'cut',
  'cut after commit',
  'hold',
  'hold after commit',
  'busy',
  'busy, unknown',
  'twice',
];

/** Servers that take many appends in one call, and one that does not. */
describe.each([
  ['batchAppend', true],
  ['append', false],
] as const)('Appending to EventStoreDB by %s', (operation, batches) => {
  const serve = async () => {
    const server = await servers.serve();
    server.traits = { ...server.traits, batches };
    return server;
  };

  it.each(FAULTS)('stores once what the server first answers with: %s', async (fault) => {
    const server = await serve();
    const store = open(server.url);
    server.faults.next(operation, fault);
    const receipt = await store.append('a', NO_STREAM, [named('1'), named('2')]);
    const more = store.append('a', 1, [named('3')]);
    server.faults.release(); // what was held is carried out now
    await more;
    const stored = await store.read('a');
    expect(namesOf(stored)).toEqual(['1', '2', '3']);
    expect(receipt).toEqual({ stream: 'a', revision: 1, position: stored[1]!.position });
  });

  it('stores once what was carried out late, when others have gone on', async () => {
    const server = await serve();
    const [store, other] = [open(server.url), open(server.url)];
    server.faults.next(operation, 'hold');
    const first = await store.append('a', NO_STREAM, [named('1')]);
    await other.append('a', 0, [named('2')]);
    server.faults.release();
    expect(await store.append('a', NO_STREAM, [named('1')])).toEqual(first);
    expect(namesOf(await store.read('a'))).toEqual(['1', '2']);
  });

  it('reports that another writer was first, even when an earlier attempt got no response', async () => {
    const server = await serve();
    const [store, other] = [open(server.url), open(server.url)];
    await other.append('a', NO_STREAM, [named('1')]);
    server.faults.next(operation, 'swallow');
    const late = store.append('a', NO_STREAM, [named('2'), named('3')]);
    await expect(late).rejects.toMatchObject({ stream: 'a', expected: NO_STREAM, actual: 0 });
    await expect(late).rejects.toThrow(RevisionConflict);
  });

  it('says that it cannot know when no answer comes for long, and stores once when it is asked again', async () => {
    const server = await serve();
    const store = open(server.url, { patience: 0 });
    server.faults.next(operation, 'swallow after commit', Infinity);
    await expect(store.append('a', NO_STREAM, [named('1')])).rejects.toThrow(OutcomeUnknown);
    server.faults.release();
    expect(await store.append('a', NO_STREAM, [named('1')])).toMatchObject({ revision: 0 });
    expect(namesOf(await store.read('a'))).toEqual(['1']);
  });

  it('waits for a server that is being restarted', async () => {
    const server = await serve();
    const store = open(server.url);
    await store.append('a', NO_STREAM, [named('1')]);
    await server.stop();
    const appending = store.append('a', 0, [named('2')]);
    await server.start();
    expect(await appending).toMatchObject({ revision: 1 });
    expect(namesOf(await store.read('a'))).toEqual(['1', '2']);
  });

  it('waits for a server that does not answer who it is', async () => {
    const server = await serve();
    const store = open(server.url);
    server.faults.next('features', 'swallow');
    expect(await store.append('a', NO_STREAM, [named('1')])).toMatchObject({ revision: 0 });
  });

  it('does not ask again what is refused for good', async () => {
    const server = await serve();
    const store = open(server.url, PATIENT);
    server.traits = { ...server.traits, largestAppend: 100 };
    await expect(store.append('a', NO_STREAM, [named('1')])).rejects.toThrow(AppendTooLarge);
    expect(server.faults.count(operation)).toBe(1);
  });

  it.each([
    ['an id that is no UUID', { ...named('1'), id: '1' }, 'EventStoreDB requires UUIDs'],
    ['what JSON cannot hold', { ...named('1'), data: { amount: 1n } }, 'BigInt'],
  ])('refuses %s', async (_, event, reason) => {
    const store = open((await serve()).url);
    await expect(store.append('a', NO_STREAM, [event])).rejects.toThrow(reason);
  });

  it('finishes what is under way when it is closed, and takes nothing after', async () => {
    const server = await serve();
    const store = open(server.url);
    const appending = store.append('a', NO_STREAM, [named('1')]);
    await store.close();
    expect(await appending).toMatchObject({ revision: 0 });
    await expect(store.append('a', 0, [named('2')])).rejects.toThrow('The log is closed.');
    await expect(store.read('a')).rejects.toThrow('The log is closed.');
  });

  it('keeps the time of what another log has recorded, once, and of nothing else', async () => {
    const server = await serve();
    const store = open(server.url);
    const recordedAt = '2001-02-03T04:05:06.000Z';
    const original = { ...named('1'), stream: 'a', revision: 0, position: 7, recordedAt, log: 'that of before' };
    await store.adopt('a', NO_STREAM, [original]);
    await store.adopt('a', NO_STREAM, [original]);
    await store.append('a', 0, [{ ...original, ...named('2') }]);
    const [copy, own] = await store.read('a');
    expect(copy).toEqual({ ...original, position: copy!.position });
    expect(own!.recordedAt > recordedAt).toBe(true);
    expect(own!.log).toBe(await store.identity());
  });
});
