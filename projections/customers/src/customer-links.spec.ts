import { CustomersMerged, MergeUndone, type CustomerEvent } from '@annals/contracts-customers';
import { fieldsOf, Links, project, type Of } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { customerLinks, survivorsIn, type CustomerLinks } from './customer-links.js';

const reason = 'Registered twice.';
const merge = (customerId: string, mergedId: string, files: readonly string[] = []) =>
  CustomersMerged.event({
    ...{ customerId, mergedId, reason, files: [...files] },
    ...{ choices: {}, taken: [], identifiers: [], needs: [] },
  });
const undo = (customerId: string, mergedId: string) =>
  MergeUndone.event({ customerId, mergedId, reason, returned: [], kept: [], unsaid: [] });

type Source = Of<CustomerEvent, 'CustomersMerged' | 'MergeUndone'>;

const after = (...events: readonly Source[]) => project(customerLinks, recorded(events));
const survivorsOf = (document: CustomerLinks) => fieldsOf(customerLinks, document)['survivors'];

it('knows all customers to whom a file ever belonged, also through others', () => {
  const links = after(merge('b', 'a'), merge('c', 'b', ['a']), undo('c', 'b'), merge('d', 'b', ['a']));
  expect([...links.keys()]).toEqual(['a', 'b']);
  expect(links.get('a')!.links).toMatchObject([{ file: 'a', survivor: 'b' }]);
  expect(survivorsOf(links.get('a')!)).toEqual(['b', 'c', 'd']);
  expect(survivorsOf(links.get('b')!)).toEqual(['c', 'd']);
});

it('reads documents of version 1, which have the links alone', () => {
  const links = after(merge('b', 'a'), undo('b', 'a'), merge('c', 'a')).get('a')!.links;
  expect(survivorsIn({ customerId: 'a', links })).toEqual(['b', 'c']);
});

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A log of merges and undone merges that the rules would allow, from random pairs. */
const logOf = (pairs: readonly (readonly [string, string])[]): readonly Source[] => {
  const survivorOf = new Map<string, string>();
  const filesOf = (id: string): readonly string[] =>
    [...survivorOf].filter(([, survivor]) => survivor === id).flatMap(([file]) => [file, ...filesOf(file)]);
  return pairs.flatMap(([one, other]): readonly Source[] => {
    if (survivorOf.get(other) === one && !survivorOf.has(one)) {
      survivorOf.delete(other);
      return [undo(one, other)];
    }
    if (one === other || survivorOf.has(one) || survivorOf.has(other)) return [];
    const files = filesOf(other);
    survivorOf.set(other, one);
    return [merge(one, other, files)];
  });
};

const anyId = fc.constantFrom(...IDS);

it('leads to the survivor by its own document and those of the customers that this one names', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(anyId, anyId), { maxLength: 30 }), (pairs) => {
      const documents = after(...logOf(pairs));
      const linksIn = (ids: readonly string[]) => new Links(ids.flatMap((id) => documents.get(id)?.links ?? []));
      for (const id of IDS) {
        const named = documents.has(id) ? survivorsIn(documents.get(id)!) : [];
        expect(linksIn([id, ...named]).customerOf(id)).toBe(linksIn(IDS).customerOf(id));
      }
    }),
  ));

projectionContract(
  customerLinks,
  anyLogOf(fc.constantFrom(merge('b', 'a'), merge('c', 'b', ['a']), undo('c', 'b'), undo('b', 'a'))),
);
