import { MemoryEventStore } from '@annals/store-memory';
import { naming, originOf, person } from '../test/person.js';
import { handle, reserveAnew, type NewEvent } from './index.js';

/** The same persons once their addresses are compared without regard to case. */
const stricter: typeof person = {
  ...person,
  identifiers: (state) =>
    (person.identifiers?.(state) ?? []).map(({ kind, value }) => ({ kind, value: value.toLowerCase() })),
};

let commands = 0;
const named = (decider: typeof person, log: MemoryEventStore, id: string, email: string | null) =>
  handle(log, decider, { type: 'Name', id, email }, originOf(`${(commands += 1)}`), { naming });

const anew = (log: MemoryEventStore, id: string) =>
  reserveAnew(log, stricter, { holder: `person-${id}`, origin: originOf(`anew-${id}`) }, { naming });

/** The holders of a value in the order of the events that name several. */
const shared = async (log: MemoryEventStore) =>
  (await Array.fromAsync(log.readAll(0, { types: ['IdentifierShared'] })))
    .flat()
    .map(({ data }) => (data as { holders: string[] }).holders.join());

const takenBy = (id: string) => ({ code: 'IdentifierTaken', details: { field: 'email', holder: `person-${id}` } });

describe('values that count as the same since an upgrade', () => {
  let log: MemoryEventStore;
  beforeEach(async () => {
    log = new MemoryEventStore();
    for (const [id, email] of [
      ['a', 'Li@example.com'],
      ['b', 'LI@example.com'],
    ] as const)
      await named(person, log, id, email);
  });

  const upgraded = async () => [await anew(log, 'a'), await anew(log, 'b')];

  it('belong to all who have them, and to nobody else', async () => {
    expect(await upgraded()).toEqual([[], ['email']]);
    expect(await shared(log)).toEqual(['person-a,person-b']);
    await expect(named(stricter, log, 'c', 'lI@example.com')).rejects.toMatchObject(takenBy('a'));
    for (const [id, email] of [
      ['a', 'li@example.com'],
      ['b', 'LI@EXAMPLE.com'],
    ] as const)
      await named(stricter, log, id, email);
  });

  it('are reserved anew once', async () => {
    await upgraded();
    const head = await log.head();
    expect(await upgraded()).toEqual([['email'], ['email']]);
    expect(await log.head()).toBe(head);
  });

  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('belong to the other alone when %s gives them up', async (one, other) => {
    await upgraded();
    await named(stricter, log, one, null);
    expect(await shared(log)).toEqual(['person-a,person-b', `person-${other}`]);
    await expect(named(stricter, log, one, 'li@example.com')).rejects.toMatchObject(takenBy(other));
    await named(stricter, log, other, null);
    expect(await shared(log)).toHaveLength(2);
    await named(stricter, log, 'c', 'li@example.com');
  });

  it('belong to the rest when several give them up at once', async () => {
    await named(person, log, 'c', 'li@EXAMPLE.com');
    await upgraded();
    await anew(log, 'c');
    await Promise.all(['a', 'b'].map((id) => named(stricter, log, id, null)));
    expect((await shared(log)).at(-1)).toBe('person-c');
  });

  it('are taken over from a holder that no longer has them', async () => {
    await anew(log, 'a');
    await named(person, log, 'a', null); // releases the reservation of the earlier form only
    expect(await anew(log, 'b')).toEqual([]);
    expect(await shared(log)).toEqual([]);
    await expect(named(stricter, log, 'a', 'li@example.com')).rejects.toMatchObject(takenBy('b'));
  });

  it('are taken from who gave them up and died before it released them', async () => {
    await upgraded();
    await named({ ...stricter, identifiers: () => [] }, log, 'b', null); // as if its release were lost
    expect(await shared(log)).toEqual(['person-a,person-b']);
    expect(await anew(log, 'b')).toEqual([]);
    expect(await anew(log, 'a')).toEqual([]);
    expect((await shared(log)).at(-1)).toBe('person-a');
  });

  it('are released again by who gives them up meanwhile', async () => {
    class Late extends MemoryEventStore {
      override async append(stream: string, expected: number, events: readonly NewEvent[]) {
        const isAnew = events[0]!.commandId === 'anew-b' && events[0]!.type === 'IdentifierReserved';
        if (isAnew) await named(person, this, 'b', null);
        return super.append(stream, expected, events);
      }
    }
    log = new Late();
    await named(person, log, 'a', 'Li@example.com');
    await named(person, log, 'b', 'LI@example.com');
    await anew(log, 'a');
    expect(await anew(log, 'b')).toEqual([]);
    expect((await shared(log)).at(-1)).toBe('person-a');
  });

  it('are reserved when two processes do so at once', async () => {
    await Promise.all([anew(log, 'a'), anew(log, 'b'), anew(log, 'a'), anew(log, 'b')]);
    expect((await shared(log)).map((holders) => holders.split(',').toSorted().join())).toEqual(['person-a,person-b']);
  });

  it('are not reserved by a command before it may', async () => {
    const held = { reservable: () => Promise.reject(new Error('later')), naming };
    const command = (email: string | null) => ({ type: 'Name' as const, id: 'a', email });
    await expect(handle(log, stricter, command('na@example.com'), originOf('x'), held)).rejects.toThrow('later');
    await handle(log, stricter, command(null), originOf('y'), held);
    await anew(log, 'b');
    await expect(named(stricter, log, 'c', 'li@example.com')).rejects.toMatchObject(takenBy('b'));
  });
});
