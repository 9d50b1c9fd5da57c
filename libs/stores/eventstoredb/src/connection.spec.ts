import { NO_STREAM } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { named, namesOf, until } from '@annals/testing';
import { appendEach, desk, PATIENT, tls, trusted } from '../test/desk.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

const { serve, open, follow } = desk();

/** A leader and a follower on one log. */
const cluster = async () => {
  const log = new MemoryEventStore();
  const [leader, follower] = [await serve({ log }), await serve({ log })];
  follower.leader = leader;
  return { leader, follower, url: `esdb://127.0.0.1:${follower.port},127.0.0.1:${leader.port}?tls=false` };
};

describe('A connection to EventStoreDB', () => {
  it.each(['kurrentdb', 'kdb'])('takes the scheme %s of KurrentDB', async (scheme) => {
    const { url } = await serve();
    await appendEach(open(url.replace(/^esdb/, scheme)), '1');
  });

  it('goes to the leader when it comes to another node', async () => {
    const { leader, follower } = await cluster();
    const store = open(follower.url, PATIENT);
    const { heard } = follow(store);
    await appendEach(store, '1');
    expect(await heard(1)).toEqual(['1']);
    expect([leader.faults.count('batchAppend'), leader.faults.count('subscribe')]).toEqual([1, 1]);
  });

  it('finds the leader of a cluster by itself', async () => {
    const { leader, follower, url } = await cluster();
    await appendEach(open(url, PATIENT), '1');
    expect([leader.faults.count('batchAppend'), follower.faults.count('features')]).toEqual([1, 0]);
  });

  it('goes over to the next leader when the first is gone', async () => {
    const { leader, follower, url } = await cluster();
    const store = open(url);
    const { names, heard } = follow(store);
    await appendEach(store, '1');
    await heard(1);
    follower.leader = undefined;
    await leader.stop();
    await appendEach(store, '2');
    await heard(2);
    expect(names).toEqual(['1', '2']);
  });

  it('goes over to the next leader when the first is frozen, and stores once what it was asked meanwhile', async () => {
    const { leader, follower, url } = await cluster();
    const store = open(url, { patience: 30_000, answerWithin: 2_000 }); // the next leader is asked once, however busy
    const { names, heard } = follow(store);
    await appendEach(store, '1');
    await heard(1);
    leader.faults.freeze();
    const appending = appendEach(store, '2');
    await until(() => leader.faults.isAsked);
    [leader.leader, follower.leader] = [follower, undefined];
    await appending;
    await heard(2);
    leader.faults.thaw(); // it may not carry out what it was asked: it leads no more
    await appendEach(store, '3');
    expect(await heard(3)).toEqual(['1', '2', '3']);
    expect(names).toEqual(['1', '2', '3']);
    expect([leader.faults.count('batchAppend'), follower.faults.count('batchAppend')]).toEqual([1, 2]);
  });

  it('stores once with the next leader what the first one wrote alone and cuts off when it thaws', async () => {
    const { leader, follower, url } = await cluster();
    const store = open(url, { patience: 30_000 });
    const { names, heard } = follow(store);
    await appendEach(store, '1');
    await heard(1);
    leader.faults.next('batchAppend', 'swallow'); // neither acknowledged nor shown: no other node has it
    const appending = appendEach(store, '2');
    await leader.faults.called('batchAppend', 2);
    leader.faults.freeze();
    [leader.leader, follower.leader] = [follower, undefined];
    leader.faults.thaw();
    await appending;
    await appendEach(store, '3');
    await heard(3);
    expect(names).toEqual(['1', '2', '3']);
    expect(namesOf(await store.read('stream-2'))).toEqual(['2']);
  });

  it('comes back when the node that it was sent to is not there', async () => {
    const { leader, follower } = await cluster();
    const store = open(follower.url);
    await leader.stop();
    follower.faults.next('read', 'busy');
    const reading = store.read('a');
    await follower.faults.called('features', 2);
    follower.leader = undefined;
    expect(await reading).toEqual([]);
  });

  describe('with TLS', () => {
    const user = { name: 'annals', password: 'p@ss:word', isAdmin: true };

    it('is encrypted, and says who it is with every call', async () => {
      const server = await serve({ tls, users: [user] });
      const store = open(`${server.url}?${trusted}`, PATIENT);
      const { heard } = follow(store);
      await appendEach(store, '1');
      expect(await heard(1)).toEqual(['1']);
      expect(server.faults.count('batchAppend')).toBe(1);
    });

    it('does not insist when it is turned away', async () => {
      const server = await serve({ tls, users: [user] });
      const url = server.url.replace('annals:', 'stranger:');
      const store = open(`${url}?${trusted}`);
      const denied = { type: 'access-denied' };
      await expect(store.append('a', NO_STREAM, [named('1')])).rejects.toMatchObject(denied);
      await expect(store.read('a')).rejects.toMatchObject(denied);
      await expect(follow(store).following).rejects.toMatchObject(denied);
    });
  });

  it.each([
    ['esdb://127.0.0.1:2113', 'must contain user:password@'],
    ['mongodb://127.0.0.1', 'expected esdb://'],
    ['esdb://127.0.0.1:port?tls=false', 'expected port number'],
  ])('cannot be made with %s', (url, reason) => {
    expect(() => new EventStoreDbEventStore({ url })).toThrow(reason);
  });
});
