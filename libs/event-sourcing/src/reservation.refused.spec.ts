import { MemoryEventStore } from '@annals/store-memory';
import { name } from '../test/person.js';
import { RevisionConflict, type NewEvent } from './index.js';

type Append = Parameters<MemoryEventStore['append']>;

/** Fails every append to the stream of a person. */
class Failing extends MemoryEventStore {
  constructor(
    private readonly person: string,
    private readonly failure: Error,
  ) {
    super();
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]) {
    if (stream === `person-${this.person}`) throw this.failure;
    return super.append(stream, expected, events);
  }
}

it('leaves nothing of a command that is refused for one of its values', async () => {
  const store = new MemoryEventStore();
  await name(store, 'a', 'li@example.com', '555');
  const head = await store.head();
  await expect(name(store, 'b', 'na@example.com', '555')).rejects.toMatchObject({
    details: { field: 'phone', holder: 'person-a' },
  });
  expect(await store.head()).toBe(head);
  await name(store, 'c', 'na@example.com');
});

it('names nobody who has only reserved the value', async () => {
  const failing = new Failing('a', new Error('power cut'));
  await expect(name(failing, 'a', 'li@example.com')).rejects.toThrow('power cut');
  const refused: unknown = await name(failing, 'b', 'li@example.com').catch((error: unknown) => error);
  expect(refused).toHaveProperty('details', { field: 'email' });
});

it('releases what it has reserved if it loses a race for another value', async () => {
  class Late extends MemoryEventStore {
    private first = true;

    override async append(...[stream, expected, events]: Append) {
      const receipt = await super.append(stream, expected, events);
      const isFirst = this.first;
      this.first = false;
      if (isFirst) await name(this, 'a', 'li@example.com', '555');
      return receipt;
    }
  }
  const log = new Late();
  await expect(name(log, 'b', 'na@example.com', '555')).rejects.toMatchObject({ code: 'IdentifierTaken' });
  await name(log, 'c', 'na@example.com');
});

it('releases what it has reserved if it never wins the race for its stream', async () => {
  const failing = new Failing('a', new RevisionConflict('person-a', -1, 0));
  await expect(name(failing, 'a', 'li@example.com')).rejects.toThrow(RevisionConflict);
  await name(failing, 'b', 'li@example.com');
});
