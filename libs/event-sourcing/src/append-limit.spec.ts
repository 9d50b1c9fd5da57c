import { MemoryEventStore } from '@annals/store-memory';
import fc from 'fast-check';
import { boundOf } from './append-limit.js';
import { bytesOf, handle, MOST_BYTES, Rejection, type Decider, type Event } from './index.js';

type Write = { readonly type: 'Write'; readonly texts: readonly string[] };
type Written = Event<'Written', { readonly text: string }>;

/** Writes each text by one event. */
const writer: Decider<Write, null, Written> = {
  initial: null,
  stream: () => 'texts',
  subject: () => '@texts',
  decide: { Write: ({ texts }) => texts.map((text) => ({ type: 'Written', schemaVersion: 1, data: { text } })) },
  evolve: { Written: () => null },
};

const naming = { eventId: (name: string) => name, blind: (value: string) => value };
const origin = {
  ...{ commandId: 'c', correlationId: 'c', causationId: 'c', actor: 'ann', source: 'test' },
  occurredAt: '2026-01-05T09:00:00.000Z',
};

const written = async (texts: readonly string[]) => {
  const log = new MemoryEventStore();
  const outcome = await handle(log, writer, { type: 'Write', texts }, origin, { naming }).catch(
    (error: unknown) => error,
  );
  const stored = await log.read('texts');
  return { outcome, stored };
};

it('stores what is within the limit, to the last byte, and nothing of what is beyond it', async () => {
  const { stored } = await written(['']);
  const room = MOST_BYTES - bytesOf(stored.map(({ stream, revision, position, recordedAt, log, ...event }) => event));
  expect((await written(['x'.repeat(room)])).stored).toHaveLength(1);
  const { outcome, stored: none } = await written(['x'.repeat(room + 1)]);
  expect(none).toEqual([]);
  expect(outcome).toBeInstanceOf(Rejection);
  expect(outcome).toMatchObject({ code: 'TooMuchAtOnce', details: { bytes: MOST_BYTES + 1, limit: MOST_BYTES } });
});

it('counts bytes, not characters, and all events of a command together', async () => {
  const text = '客'.repeat(MOST_BYTES / 9);
  expect((await written([text, text])).stored).toHaveLength(2);
  expect((await written([text, text, text])).stored).toEqual([]);
});

it('is the size of the JSON that is sent', () =>
  fc.assert(
    fc.property(fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }) })), (events) => {
      expect(bytesOf(events)).toBe(events.reduce((sum, event) => sum + new Blob([JSON.stringify(event)]).size, 0));
    }),
  ));

it('is never above its bound', () =>
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (data) => {
      expect(bytesOf([{ data }])).toBeLessThanOrEqual(boundOf({ data }));
    }),
  ));
