import fc from 'fast-check';
import { folded, inLatin } from './index.js';
import { queryWords, searchWords } from './words.js';

const anyText = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(..."aßøłıİşñéǆŉﬁＡ①ЁйςΣἀأـЖкが가华デﾞ'’- .-\u00AD\u200B\u0301\u0307") },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  ),
  maxLength: 60,
});

it('folds a text that is folded to itself', () =>
  fc.assert(fc.property(anyText, (text) => expect(folded(folded(text))).toBe(folded(text)))));

it('does not depend on case, width, accents or invisible characters of letters', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...'aßøłñéжё'),
      fc.constantFrom('', '\u00AD', '\u200B', '\u2060'),
      (letter, invisible) => {
        const [one, other] = [letter.normalize('NFD'), letter.toUpperCase() + invisible];
        expect(folded(one)).toBe(folded(other));
      },
    ),
  ));

const finds = (text: string, query: string) =>
  queryWords(query).every((word) => searchWords(text).some((term) => term.startsWith(word)));

it('finds every text by itself, and by its words', () =>
  fc.assert(
    fc.property(anyText, (text) => {
      expect(finds(text, text)).toBe(true);
      for (const word of text.split(/\s+/)) expect(finds(text, word)).toBe(true);
    }),
  ));

it('finds the same however query and text are written', () =>
  fc.assert(
    fc.property(anyText, (text) => {
      expect(finds(folded(text), text)).toBe(true);
      expect(queryWords(folded(text))).toEqual(queryWords(text));
    }),
  ));

describe('finds', () => {
  it.each([
    ['Hauptstraße', 'hauptstrasse'],
    ['Hauptstrasse', 'STRASSE'.replace('', 'haupt')],
    ['Łukasz Wałęsa', 'lukasz walesa'],
    ['Søren Kierkegård', 'soren kierkegard'],
    ['Søren', 'soeren'],
    ['Müller', 'muller'],
    ['Müller', 'mueller'],
    ['Mu\u0308ller', 'mueller'],
    ['Yılmaz', 'yilmaz'],
    ['YILMAZ', 'yılmaz'],
    ['Işık', 'ışık'],
    ['ISIK', 'ışık'],
    ['İstanbul', 'istanbul'],
    ['ΝΙΚΟΣ', 'νικος'],
    ['Νίκος', 'νικοσ'],
    ['Пётр', 'петр'],
    ['Петр', 'пётр'],
    ["O'Brien", 'obrien'],
    ['O’Brien', "o'brien"],
    ['O Brien', 'obrien'],
    ["O'Brien", 'brien'],
    ['OBrien', "O'Brien"],
    ['Jean-Luc', 'jeanluc'],
    ['Jean Luc', 'jean-luc'],
    ['Zei\u00ADtung', 'zeitung'],
    ['Zeitung', 'zei\u00ADtung'],
    ['Zei\u200Btung', 'zeitung'],
    ['Æther Œuvre Þór Đorđević', 'aether oeuvre thor dordevic'],
    ['Nguyễn', 'nguyen'],
    ['مُحَمَّد', 'محمد'],
    ['ＡＢＣ商事', 'abc 商事'],
    ['华东电力设备有限公司', '电力设备有限公司'],
    ['华东电力设备有限公司上海分公司', '华东电力设备有限公司上海分公司'],
    ['ガス', 'ｶﾞｽ'],
  ])('%s by %s', (text, query) => expect(finds(text, query)).toBe(true));

  it.each([
    ['ガス', 'カス'],
    ['華東', '东'],
  ])('not %s by %s', (text, query) => expect(finds(text, query)).toBe(false));
});

it('asks for the longest words of a long query', () => {
  const words = queryWords(Array.from({ length: 30 }, (_, index) => 'x'.repeat(index + 1)).join(' '));
  expect([words.length, words[0]!.length]).toEqual([16, 30]);
});

it.each([
  ['Иванов', 'ivanov'],
  ['Ярошенко, Щукина', 'yaroshenko, shchukina'],
  ['Παπαδόπουλος', 'papadopoulos'],
  ['Łukasz 华为', 'lukasz 华为'],
])('writes %s in Latin letters as %s', (text, written) => expect(inLatin(folded(text))).toBe(written));
