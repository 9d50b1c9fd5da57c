import type { Collection, DocumentStore } from '@annals/event-sourcing';
import { codeTerms, nameTerms, phoneTerms, queryTerms, searchWords } from '@annals/text';

const people: Collection = { name: 'found-v1', fields: { terms: 'many' }, indexes: [] };

const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  a: searchWords('Łukasz Wałęsa, Hauptstraße'),
  b: [...searchWords("Søren O'Brien"), ...phoneTerms('021-61234567-8012', ['CN'])],
  c: [...searchWords('Yılmaz Işık'), ...phoneTerms('138 0013 8000', ['CN'])],
  d: searchWords('ΝΙΚΟΣ Пётр'),
  e: [...searchWords('华东电力设备有限公司'), ...codeTerms('91350100-M000100Y-43')],
  f: searchWords('Zei\u00ADtung ガス'),
  g: nameTerms('张伟'),
};

/** The part of `documentStoreContract` about the search for words, numbers and codes. */
export const searchingContract = (current: () => DocumentStore) => {
  beforeEach(async () => {
    await current().open(people);
    const writes = Object.entries(PEOPLE).map(([id, terms]) => ({ id, position: 1, body: {}, fields: { terms } }));
    await current().commit([{ collection: 'found-v1', writes, checkpoint: { expected: 0, next: 1 } }]);
  });

  it.each([
    ['a', 'lukasz walesa'],
    ['a', 'HAUPTSTRASSE'],
    ['b', 'soren obrien'],
    ['b', 'O’Brien'],
    ['b', '+862161234567'],
    ['c', 'yilmaz'],
    ['c', 'ışık'],
    ['c', '+8613800138000'],
    ['d', 'νικος'],
    ['d', 'петр'],
    ['e', '电力 设备'],
    ['e', '91350100M000100Y43'],
    ['f', 'zeitung'],
    ['f', 'zei\u200Btung'],
    ['f', 'ｶﾞｽ'],
    ['g', 'zhang wei'],
    ['g', 'ZW'],
    ['', 'カス'],
  ])('finds "%s" by %s', async (ids, query) => {
    const where = queryTerms(query, 'CN').map((startsWith) => ({ field: 'terms', startsWith }));
    const { documents } = await current().find('found-v1', { where, limit: 10 });
    expect(documents.map(({ id }) => id).join('')).toBe(ids);
  });
};
