import { MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted } from '@annals/testing';
import { HistoryIncomplete, NO_STREAM, UpcastingEventStore, type RecordedEvent } from './index.js';

/** A log that shows only some events of each stream. */
class Cut extends MemoryEventStore {
  shows: (event: RecordedEvent) => boolean = () => true;

  override async read(stream: string, after?: number) {
    return (await super.read(stream, after)).filter((event) => this.shows(event));
  }
}

it.each([
  ['truncated', ({ revision }: RecordedEvent) => revision > 0],
  ['gap', ({ revision }: RecordedEvent) => revision !== 1],
])('refuses a stream that is incomplete: %s', async (found, shows) => {
  const log = new Cut();
  await appendTo(log, counted('a'), counted('a'), counted('a'));
  const store = new UpcastingEventStore(log, []);
  expect(await store.read('test', 0)).toHaveLength(2);
  expect(await store.read('test', NO_STREAM)).toHaveLength(3);
  log.shows = shows;
  await expect(store.read('test')).rejects.toMatchObject({ stream: 'test', found });
  await expect(store.read('test')).rejects.toThrow(HistoryIncomplete);
});
