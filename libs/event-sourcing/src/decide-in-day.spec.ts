import { MemoryEventStore } from '@annals/store-memory';
import fc from 'fast-check';
import { naming, originOf } from '../test/train.js';
import { handle, problems, type Decider, type Event } from './index.js';

const { reject } = problems({
  TooEarly: {
    kind: 'conflict',
    title: { en: 'Too early', zh: '时间过早' },
    detail: {
      en: 'It follows what was at {since}: {occurredAt} is before.',
      zh: '须晚于 {since}，{occurredAt} 过早。',
    },
    example: { since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-05T08:00:00.000Z' },
  },
  Forbidden: {
    kind: 'conflict',
    title: { en: 'Forbidden', zh: '禁止' },
    detail: { en: 'It is forbidden.', zh: '已禁止。' },
  },
});

type Go = { readonly type: 'Go'; readonly forbidden?: boolean; readonly broken?: boolean };
type Gone = Event<'Gone', { readonly at: string }>;

/** A walk, each of whose steps follows the one before. */
const walk: Decider<Go, string | null, Gone> = {
  stream: () => 'walk-1',
  subject: () => 'c-1',
  initial: null,
  decide: {
    Go: ({ forbidden, broken }, since, at) => {
      const occurredAt = at.toISOString();
      if (broken) throw new Error('broken');
      if (since !== null && occurredAt < since) reject('TooEarly', { since, occurredAt });
      if (forbidden) reject('Forbidden');
      return [{ type: 'Gone', schemaVersion: 1, data: { at: occurredAt } }];
    },
  },
  evolve: { Gone: (_, __, { occurredAt }) => occurredAt },
};

let store: MemoryEventStore;
let commands = 0;
beforeEach(() => (store = new MemoryEventStore()));

const go = (occurredAt: string, dayEnds?: string, more: Partial<Go> = {}) =>
  handle(store, walk, { type: 'Go', ...more }, { ...originOf(`go-${++commands}`), occurredAt }, { naming, dayEnds });
const [BEGIN, END] = ['2026-01-05T00:00:00.000Z', '2026-01-05T23:59:59.999Z'];
const times = async () => (await store.read('walk-1')).map(({ occurredAt }) => occurredAt);

it('is the beginning of the day if nothing of the day precedes it', async () => {
  await go(BEGIN, END);
  expect(await times()).toEqual([BEGIN]);
  expect(await store.read('walk-1')).toMatchObject([{ data: { at: BEGIN } }]);
});

it('is as early on the day as it can be after what it follows', async () => {
  await go('2026-01-05T10:00:00.000Z');
  await go(BEGIN, END);
  expect(await times()).toEqual(['2026-01-05T10:00:00.000Z', '2026-01-05T10:00:00.000Z']);
});

it('is refused if what it follows was on a later day, as an instant before it is', async () => {
  await go('2026-01-06T00:00:00.000Z');
  await expect(go(BEGIN, END)).rejects.toMatchObject({ code: 'TooEarly', details: { occurredAt: BEGIN } });
  await expect(go(END)).rejects.toMatchObject({ code: 'TooEarly' });
});

it('is refused for another reason as ever', async () => {
  await go('2026-01-05T10:00:00.000Z');
  await expect(go(BEGIN, END, { forbidden: true })).rejects.toMatchObject({ code: 'Forbidden' });
  await expect(go(BEGIN, END, { broken: true })).rejects.toThrow('broken');
});

it('never precedes what it follows, and is within its day', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(86_399_999), fc.nat(5), async (since, repeats) => {
      store = new MemoryEventStore();
      await go(new Date(Date.parse(BEGIN) + since).toISOString());
      for (let left = repeats; left > 0; left -= 1) await go(BEGIN, END);
      const all = await times();
      expect(all.toSorted()).toEqual(all);
      expect(all.every((at) => at >= BEGIN && at <= END)).toBe(true);
    }),
    { numRuns: 30 },
  ));
