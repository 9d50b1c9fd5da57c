import { NO_STREAM } from '@annals/event-sourcing';
import { named, namesOf } from '@annals/testing';
import { appendEach, desk } from '../test/desk.js';

const { serve, open, follow } = desk();

describe('Following EventStoreDB', () => {
  it('goes on after a restart of the server, where it was', async () => {
    const server = await serve();
    const store = open(server.url);
    const { names, heard } = follow(store);
    await appendEach(store, '1', '2');
    await heard(2);
    await server.restart();
    await appendEach(store, '3', '4');
    await heard(4);
    await server.restart();
    await appendEach(store, '5');
    await heard(5);
    expect(names).toEqual(['1', '2', '3', '4', '5']);
  });

  it('goes on after its connection has broken, with what was appended meanwhile', async () => {
    const server = await serve();
    const [store, writer] = [open(server.url), open(server.url)];
    const { names, heard } = follow(store);
    await appendEach(writer, '1');
    await heard(1);
    server.faults.next('subscribe', 'cut', 3);
    server.drop();
    await appendEach(writer, '2', '3');
    await heard(3);
    await appendEach(writer, '4');
    await heard(4);
    expect(names).toEqual(['1', '2', '3', '4']);
  });

  it.each(['busy', 'busy, unknown', 'swallow', 'hold', 'cut'] as const)(
    'begins although the server first answers with: %s',
    async (fault) => {
      const server = await serve();
      const store = open(server.url);
      server.faults.next('subscribe', fault, 2);
      const { names, heard } = follow(store);
      await appendEach(store, '1', '2');
      await heard(2);
      server.faults.release();
      await appendEach(store, '3');
      await heard(3);
      expect(names).toEqual(['1', '2', '3']);
    },
  );

  it('passes on once what a server brings twice', async () => {
    const server = await serve();
    const store = open(server.url);
    server.faults.next('subscribe', 'twice', Infinity);
    const { names, heard } = follow(store);
    await appendEach(store, '1', '2');
    await heard(2);
    server.drop();
    await appendEach(store, '3');
    await heard(3);
    expect(names).toEqual(['1', '2', '3']);
  });

  it('loses nothing behind a checkpoint at the end of the log, where the next event comes to stand', async () => {
    const server = await serve();
    server.checkpointAtEnd = true;
    const [store, writer] = [open(server.url), open(server.url)];
    const { names, heard } = follow(store);
    await appendEach(writer, '1', '2');
    await heard(2);
    server.faults.next('subscribe', 'hold');
    server.drop();
    await server.faults.called('subscribe', 2);
    await appendEach(writer, '3', '4');
    server.faults.release();
    await heard(4);
    expect(names).toEqual(['1', '2', '3', '4']);
  });

  it('hears of a wanted event behind many that are not, before and after its connection breaks', async () => {
    const server = await serve();
    const [store, writer] = [open(server.url), open(server.url)];
    const { heard } = follow(store, 0, { types: ['Filed'] });
    const many = Array.from({ length: 600 }, (_, index) => named(`${index}`));
    await writer.append('many', NO_STREAM, many);
    await writer.append('filed', NO_STREAM, [named('first', 'Filed')]);
    await heard(1);
    server.drop();
    await writer.append('filed', 0, [named('second', 'Filed')]);
    expect(await heard(2)).toEqual(['first', 'second']);
  });

  it.each([
    ['data that is no JSON', '{'],
    ['an event of another program', '{}'],
  ])('passes over %s', async (_, data) => {
    const server = await serve();
    const store = open(server.url);
    const { heard } = follow(store);
    await appendEach(store, '1');
    const head = await store.head();
    await server.put('foreign', 'Noted', data);
    expect(await store.head()).toBe(head);
    await appendEach(store, '2');
    expect(await heard(2)).toEqual(['1', '2']);
    expect(namesOf((await Array.fromAsync(store.readAll(0))).flat())).toEqual(['1', '2']);
    await expect(store.read('foreign')).rejects.toThrow('was not written by Annals');
  });
});
