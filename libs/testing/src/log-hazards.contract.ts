import { AppendTooLarge, HistoryIncomplete, OutcomeUnknown, UpcastingEventStore } from '@annals/event-sourcing';
import { hazardsStage, type Endangered, type Name } from './log-hazards.stage.js';
import { named, namesOf } from './new-event.js';

/**
 * What holds for every `EventStore` when something happens to its log without Annals: no call waits without an end, nothing that is
 * there is hidden, and nothing is decided on what is incomplete. `names` are the acts that are possible.
 */
export const logHazardsContract = (names: readonly Name[], newLog: () => Promise<Endangered>) => {
  const stage = hazardsStage(names, newLog);
  const { where, append, namesAfter, follow, isUnchanged } = stage;

  where('foreign')('passes over events of other programs', async () => {
    await stage.acts.foreign('order-1');
    await append('a', '1');
    await stage.acts.foreign('order-1');
    await append('b', '2');
    await stage.acts.foreign('order-2');
    await isUnchanged('1', '2');
  });

  where('ownRecord', 'link')('passes over what stores it', async () => {
    await append('a', '1');
    await stage.acts.ownRecord();
    await stage.acts.link('a');
    await append('b', '2');
    await stage.acts.link('b');
    await stage.acts.ownRecord();
    await isUnchanged('1', '2');
  });

  const deletions = [
    { act: 'truncate', found: 'truncated', how: () => stage.acts.truncate('a', 1) },
    { act: 'limit', found: 'truncated', how: () => stage.acts.limit('a', 1) },
    { act: 'remove', found: 'deleted', how: () => stage.acts.remove('a') },
    { act: 'tombstone', found: 'deleted', how: () => stage.acts.tombstone('a') },
  ] as const;
  for (const { act, found, how } of deletions)
    where(act)(`lets nobody decide on a stream after: ${act}; others go on`, async () => {
      const decided = new UpcastingEventStore(stage.store, []);
      await append('a', '1', '2');
      await append('b', '3');
      expect(await decided.read('a')).toHaveLength(2);
      await how();
      await expect(decided.read('a')).rejects.toThrow(HistoryIncomplete);
      await expect(decided.read('a')).rejects.toMatchObject({ stream: 'a', found });
      expect(namesOf(await decided.read('b'))).toEqual(['3']);
      await stage.store.append('b', 0, [named('4')]);
      const heard = follow(0);
      expect((await heard(2)).slice(-2)).toEqual(['3', '4']);
    });

  where(
    'truncate',
    'tombstone',
    'scavenge',
  )('goes on from every position after a scavenge', async () => {
    const places = [];
    for (const stream of ['a', 'b', 'c']) places.push(await append(stream, `${stream}1`, `${stream}2`));
    await stage.acts.truncate('b', 1);
    await stage.acts.tombstone('c');
    await stage.store.head();
    await stage.acts.scavenge();
    const [a, b, c] = places as [(typeof places)[0], (typeof places)[0], (typeof places)[0]];
    expect(await namesAfter(a.position)).toEqual(['b2']);
    expect(await namesAfter(c.position)).toEqual([]);
    const heard = follow(c.position);
    expect(await stage.store.head()).toBe(b.position);
    await isUnchanged('a1', 'a2', 'b2');
    expect(await heard(1)).toEqual(['new']);
  });

  where('freeze', 'thaw')('never waits for ever, and stores once what is appended again', async () => {
    await append('a', '1');
    const heard = follow(0);
    await heard(1);
    await stage.acts.freeze();
    const calls = [stage.store.read('a'), stage.store.head(), Array.fromAsync(stage.store.readAll(0))];
    const ends = Promise.allSettled(calls);
    await expect(stage.store.append('a', 0, [named('2')])).rejects.toThrow(OutcomeUnknown);
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await stage.acts.thaw();
    expect(await stage.store.append('a', 0, [named('2')])).toMatchObject({ revision: 1 });
    await isUnchanged('1', '2');
    expect(await heard(3)).toEqual(['1', '2', 'new']);
  });

  where('deny')('refuses at once what its user may not do; other streams go on', async () => {
    await append('a', '1');
    await stage.acts.deny('a');
    const refused = await stage.store.append('a', 0, [named('2')]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(refused).not.toBeInstanceOf(OutcomeUnknown);
    await expect(stage.store.read('a')).rejects.toThrow();
    await append('b', '3');
    await isUnchanged('1', '3');
  });

  where('shrink')('refuses at once what is too large, stores nothing of it, and goes on', async () => {
    await append('a', '1');
    await stage.acts.shrink(2_000);
    const large = { ...named('2'), data: { note: 'x'.repeat(2_001) } };
    await expect(stage.store.append('a', 0, [named('3'), large])).rejects.toThrow(AppendTooLarge);
    await stage.store.append('a', 0, [named('4')]);
    await isUnchanged('1', '4');
  });
};
