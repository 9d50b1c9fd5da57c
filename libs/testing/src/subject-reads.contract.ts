import type { DocumentStore, ServedViews, SubjectReads, ViewReads } from '@annals/event-sourcing';
import { people, person } from './people.js';

const reads: SubjectReads = {
  of: (id) => [
    { view: 'people', ids: [id] },
    { view: 'places', ids: [id] },
    { view: 'people', query: { where: [{ field: 'town', is: id }], sort: { field: 'age' }, limit: 9 } },
    { view: 'people', aggregation: { where: [{ field: 'town', is: id }], groupBy: ['tags'], sum: ['age'] } },
  ],
};

/** The part of the contract of `ViewReads` about subjects: what `readViews` finds. `storeNow` has the documents of that contract. */
export const subjectReadsContract = (storeNow: () => DocumentStore & ServedViews & ViewReads) => {
  /** How many documents each read finds, after a comparison with `readViews`. */
  const found = async (subject: string, asked = reads) => {
    const [{ parts, checkpoint }, expected] = [
      await storeNow().readSubject(asked, subject),
      await storeNow().readViews(asked.of(subject)),
    ];
    expect(parts).toMatchObject(expected.map(({ documents, groups }) => ({ documents, groups })));
    expect(checkpoint).toBe(Math.min(...expected.map((part) => part.checkpoint)));
    return parts.map(({ documents }) => documents.length);
  };

  it('finds what the same reads find for each subject, at the lowest checkpoint', async () => {
    for (const subject of ['a', 'b', 'Ulm', 'unknown', 'Ulm', 'a']) await found(subject);
    expect(await storeNow().readSubject(reads, 'a')).toMatchObject({ checkpoint: 5 });
  });

  it('finds what has been written, removed and served since', async () => {
    const store = storeNow();
    expect(await found('Ulm')).toEqual([0, 0, 2, 0]);
    const removed = { ...person('a', 9, 'Rome'), body: null };
    await store.commit([{ collection: 'people-v1', writes: [person('c', 9, 'Ulm'), removed] }]);
    expect(await found('Ulm')).toEqual([0, 0, 2, 0]);
    expect(await found('a')).toEqual([0, 1, 0, 0]);
    await store.open({ ...people, name: 'people-v2' });
    const checkpoint = { expected: 0, next: 8 };
    await store.commit([{ collection: 'people-v2', writes: [person('a', 8, 'Ulm')], checkpoint }]);
    await store.serve('people', 'people-v2');
    await store.drop('people-v1');
    expect(await found('Ulm')).toEqual([0, 0, 1, 0]);
    expect(await found('a')).toEqual([1, 1, 0, 0]);
  });

  it('finds nothing, at checkpoint 0, where no collection serves a view', async () => {
    const missing: SubjectReads = { of: (id) => [...reads.of(id), { view: 'nobody', ids: [id] }] };
    expect(await found('a', missing)).toEqual([1, 1, 0, 0, 0]);
    expect(await storeNow().readSubject(missing, 'a')).toMatchObject({ checkpoint: 0 });
  });

  it('finds as much about subjects that the reads have elsewhere, too, as in a beginning of texts', async () => {
    const beginning: SubjectReads = {
      of: (id) => [{ view: 'people', query: { where: [{ field: 'town', startsWith: id }], limit: 9 } }],
    };
    expect(await found('Be', beginning)).toEqual([1]);
    expect(await found('U', beginning)).toEqual([2]);
  });
};
