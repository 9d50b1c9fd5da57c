import { MemoryEventStore } from '@annals/store-memory';
import { name, nameTomorrow } from '../test/person.js';
import { RevisionConflict, type NewEvent } from './index.js';

const taken = { code: 'IdentifierTaken', details: { field: 'email', holder: 'person-a' } };

const pending = { code: 'IdentifierTaken', details: { field: 'email' } };

/** Fails the first append of a lone event of a type. */
class Failing extends MemoryEventStore {
  private failed = false;

  constructor(
    private readonly type: string,
    private readonly failure: Error,
  ) {
    super();
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]) {
    if (this.failed || events[0]!.type !== this.type) return super.append(stream, expected, events);
    this.failed = true;
    throw this.failure;
  }
}

let store: MemoryEventStore;
beforeEach(() => (store = new MemoryEventStore()));

it('gives a value to one stream only', async () => {
  await name(store, 'a', 'li@example.com');
  await expect(name(store, 'b', 'li@example.com')).rejects.toMatchObject(taken);
  expect(await store.read('person-b')).toEqual([]);
  await name(store, 'b', 'na@example.com', 'li@example.com'); // the same text as another kind
});

it('gives a value to one of two who ask at once', async () => {
  const race = await Promise.allSettled(['a', 'b'].map((id) => name(store, id, 'li@example.com')));
  expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('keeps the value out of the names of streams', async () => {
  await name(store, 'a', 'li@example.com');
  const [log] = await Array.fromAsync(store.readAll(0));
  expect(JSON.stringify(log!.filter(({ type }) => type !== 'Named'))).not.toContain('li@example.com');
});

it('frees a value when its holder gives it up', async () => {
  await name(store, 'a', 'li@example.com', '555');
  await name(store, 'a', 'na@example.com', '555');
  await name(store, 'b', 'li@example.com');
  await name(store, 'a', null);
  await name(store, 'b', 'na@example.com', '555');
  await name(store, 'a', 'li@example.com');
  await expect(name(store, 'c', 'li@example.com')).rejects.toMatchObject(taken);
});

it('reserves nothing again that is held already', async () => {
  await name(store, 'a', 'li@example.com');
  await name(store, 'a', 'li@example.com');
  expect(await store.head()).toBe(3);
});

it('reserves once when the command is repeated after a crash before its append', async () => {
  const failing = new Failing('Named', new Error('power cut'));
  await expect(name(failing, 'a', 'li@example.com', '', 'once')).rejects.toThrow('power cut');
  await expect(name(failing, 'b', 'li@example.com')).rejects.toMatchObject(pending);
  await name(failing, 'a', 'li@example.com', '', 'once');
  expect(await failing.head()).toBe(2);
});

it('gives an expired reservation to another holder', async () => {
  const failing = new Failing('Named', new Error('power cut'));
  await expect(name(failing, 'a', 'li@example.com')).rejects.toThrow('power cut');
  await nameTomorrow(failing, 'b', 'li@example.com');
  await expect(nameTomorrow(failing, 'a', 'li@example.com')).rejects.toMatchObject({ details: { holder: 'person-b' } });
});

it('lets nobody else have what its holder reserved long ago and uses', async () => {
  await name(store, 'a', 'li@example.com');
  await expect(nameTomorrow(store, 'b', 'li@example.com')).rejects.toMatchObject(taken);
});

it('starts over when it loses a race for a value', async () => {
  const failing = new Failing('IdentifierReserved', new RevisionConflict('identifier', 0, 1));
  await name(failing, 'a', 'li@example.com');
  await expect(name(failing, 'b', 'li@example.com')).rejects.toMatchObject(taken);
});

it('never frees what its holder has asked for again meanwhile', async () => {
  class Slow extends MemoryEventStore {
    back: (() => Promise<unknown>) | undefined;
    override async append(...[stream, expected, events]: Parameters<MemoryEventStore['append']>) {
      const back = events[0]!.type === 'IdentifierReleased' ? this.back : undefined;
      this.back = back ? undefined : this.back;
      await back?.();
      return super.append(stream, expected, events);
    }
  }
  const log = new Slow();
  await name(log, 'a', 'li@example.com');
  log.back = () => name(log, 'a', 'li@example.com');
  await name(log, 'a', 'na@example.com');
  await expect(name(log, 'b', 'li@example.com')).rejects.toMatchObject(taken);
  await name(log, 'b', 'na@example.com');
});

it('does not name anybody while it is unknown whether the value was reserved', async () => {
  const failing = new Failing('IdentifierReserved', new Error('power cut'));
  await expect(name(failing, 'a', 'li@example.com')).rejects.toThrow('power cut');
  expect(await failing.read('person-a')).toEqual([]);
});
