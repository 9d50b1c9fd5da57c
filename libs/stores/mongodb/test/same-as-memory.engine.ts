import type { Scalar, ViewStore } from '@annals/event-sourcing';
import { MemoryDocumentStore } from '@annals/store-memory';
import { anyText, anythingStored, PLAIN, shelf } from '@annals/testing';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { databases } from './databases.js';

const { newUrl, storeIn } = databases();

const textOfImitations = fc
  .oneof(fc.constantFrom(...PLAIN), fc.string({ unit: 'grapheme-ascii', maxLength: 3 }))
  .filter((text) => !text.startsWith('$')); // MongoDB would interpret a group key with $ as an expression

/** MongoDB sorts texts by code point, as all stores do; compatible servers may sort by UTF-16 code units. */
const sortsByCodePoint = async (url: string) => {
  const client = new MongoClient(url);
  const probe = client.db().collection<{ _id: string }>('probe');
  await probe.insertMany(['\uFFFF', '\u{1F600}'].map((_id) => ({ _id })));
  const [first] = await probe.find().sort({ _id: 1 }).toArray();
  await client.close();
  return first?._id === '\uFFFF';
};

const scenarioOf = (text: fc.Arbitrary<string>) => {
  const { question, write } = anythingStored(text);
  const place = fc.integer({ min: 0, max: 2 });
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        writes: fc.array(write, { maxLength: 9 }),
        checkpoint: fc.option(fc.record({ expected: place, next: place }), { nil: undefined }),
      }),
    },
    { weight: 1, arbitrary: fc.constant('drop' as const) },
    { weight: 1, arbitrary: fc.constant('serve' as const) },
  );

  return fc.record({ steps: fc.array(step, { maxLength: 5 }), asked: question });
};

type Scenario = ReturnType<typeof scenarioOf> extends fc.Arbitrary<infer T> ? T : never;

const taken = async (store: ViewStore, steps: Scenario['steps']) => {
  const outcomes: string[] = [];
  for (const step of steps) {
    if (step === 'serve') await store.serve('shelf', shelf.name);
    else if (step === 'drop') await store.drop(shelf.name).then(() => store.open(shelf));
    else {
      const { writes, checkpoint } = step;
      const commit = { collection: shelf.name, writes, ...(checkpoint && { checkpoint }) };
      const outcome = await store.commit([commit]).catch((error: Error) => error.constructor.name);
      outcomes.push(outcome ?? 'stored');
    }
  }
  return outcomes;
};

const pagesOf = async (store: ViewStore, { where, limit, sort }: Scenario['asked']) => {
  const pages = [];
  let after: { value: Scalar; id: string } | null = null;
  do {
    const page = await store.find(shelf.name, { where, limit, ...(sort && { sort }), ...(after && { after }) });
    pages.push(page);
    after = page.next;
  } while (after);
  return pages;
};

const answers = async (store: ViewStore, { steps, asked }: Scenario) => {
  await store.open(shelf);
  const outcomes = await taken(store, steps);
  const { where, groupBy } = asked;
  return {
    outcomes,
    checkpoint: await store.checkpoint(shelf.name),
    pages: await pagesOf(store, asked),
    count: await store.count(shelf.name, where),
    groups: await store.aggregate(shelf.name, { where, groupBy, sum: ['size'], amounts: ['worth'] }),
  };
};

it('answers as the memory store does, whatever is stored and asked', async () => {
  const url = newUrl();
  const text = (await sortsByCodePoint(url)) ? anyText : textOfImitations;
  const store = storeIn(url);
  await fc.assert(
    fc.asyncProperty(scenarioOf(text), async (scenario) => {
      await store.drop(shelf.name);
      expect(await answers(store, scenario)).toEqual(await answers(new MemoryDocumentStore(), scenario));
    }),
    { numRuns: 300 },
  );
});
