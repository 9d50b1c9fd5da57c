import { NO_STREAM } from '@annals/event-sourcing';
import { named } from '@annals/testing';
import { desk, PATIENT } from '../test/desk.js';

const { serve, open } = desk();

describe('Appends to EventStoreDB', () => {
  it('share one call, of which none fails another', async () => {
    const server = await serve();
    const store = open(server.url, PATIENT);
    await store.append('a', NO_STREAM, [named('1')]);
    const all = [store.append('a', 7, [named('2')]), store.append('b', NO_STREAM, [named('3')])];
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect([server.faults.count('append'), server.faults.count('batchAppend')]).toEqual([0, 3]);
  });

  it('have a call for each that is large', async () => {
    const server = await serve();
    const store = open(server.url, PATIENT);
    await store.append('a', NO_STREAM, [{ ...named('1'), data: { note: 'x'.repeat(300_000) } }]);
    expect([server.faults.count('append'), server.faults.count('batchAppend')]).toEqual([1, 0]);
  });

  it('are not failed by the end of the connection of another log in the process', async () => {
    const server = await serve();
    const [store, other] = [open(server.url, PATIENT), open(server.url, PATIENT)];
    await store.append('a', NO_STREAM, [named('1')]);
    await other.append('b', NO_STREAM, [named('2')]);
    server.faults.next('batchAppend', 'hold');
    const held = store.append('a', 0, [named('3')]);
    await server.faults.called('batchAppend', 3);
    await other.close();
    server.faults.release();
    expect(await held).toMatchObject({ revision: 1 });
    expect(server.faults.count('batchAppend')).toBe(3);
  });
});
