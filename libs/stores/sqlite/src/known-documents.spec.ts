import fc from 'fast-check';
import { KnownDocuments } from './known-documents.js';

const stored = (id: string, position: number) => ({ document: { id, position, body: { position } }, length: 10 });

it('has the document at the position, whatever was read or forgotten before', () => {
  const step = fc.record({
    table: fc.constantFrom('"a"', '"b"'),
    id: fc.constantFrom('1', '2', '3'),
    position: fc.nat(3),
    forgets: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const known = new KnownDocuments(1_000);
      for (const { table, id, position, forgets } of steps) {
        if (forgets) known.forget();
        const { document } = stored(table + id, position);
        expect(known.at(table, id, position, () => stored(table + id, position))).toEqual(document);
      }
    }),
  );
});

it('reads a document once until it changes', () => {
  const known = new KnownDocuments();
  const loads: number[] = [];
  const read = (position: number) =>
    known.at('"a"', '1', position, () => {
      loads.push(position);
      return stored('1', position);
    });
  [1, 1, 2, 2, 1].forEach(read);
  expect(loads).toEqual([1, 2, 1]);
});

it('is bounded, and keeps what is read often', () => {
  const known = new KnownDocuments(2_100); // ten documents in each half
  const loaded: string[] = [];
  const read = (id: string) =>
    known.at('"a"', id, 1, () => {
      loaded.push(id);
      return stored(id, 1);
    });
  for (let number = 0; number < 100; number += 1) {
    read(`${number}`);
    read('often');
  }
  expect(loaded.filter((id) => id === 'often')).toHaveLength(1);
  read('0');
  expect(loaded.filter((id) => id === '0')).toHaveLength(2);
});
