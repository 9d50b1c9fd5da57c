import fc from 'fast-check';
import { inPinyin, nameTerms, queryTerms, queryWords, searchWords } from './index.js';

const finds = (name: string, query: string) =>
  queryTerms(query, 'CN').every((word) => nameTerms(name).some((term) => term.startsWith(word)));

describe('finds', () => {
  it.each([
    ['张伟', 'zhangwei'],
    ['张伟', 'zhang wei'],
    ['张伟', 'Wei Zhang'],
    ['张伟', 'ZhangWei'],
    ['张伟', 'Zhāng Wěi'],
    ['张伟', 'zhangw'],
    ['张伟', 'zw'],
    ['张伟', 'ZW'],
    ['張偉', 'zw'],
    ['欧阳娜娜', 'ouyang nana'],
    ['欧阳娜娜', 'oynn'],
    ['单雄信', 'shanxiongxin'],
    ['曾国藩', 'zgf'],
    ['吕布', 'lv bu'],
    ['吕布', 'lü bu'],
    ['吕布', 'lubu'],
    ['吕布', 'Lyu Bu'],
    ['西安电力', "xi'an dianli"],
    ['重庆银行', 'cqyh'],
    ['华东电力设备有限公司', 'dianli shebei'],
    ['华东电力设备有限公司', 'hddl'],
    ['华东电力设备有限公司', 'dlsb'],
    ['北京ABC贸易', 'bj abc my'],
    ['华东电力设备有限公司', '电力 shebei'],
    ['张伟', '张伟'],
    ['Ana Trujillo', 'tru ana'],
  ])('%s by %s', (name, query) => expect(finds(name, query)).toBe(true));

  it.each([
    ['张伟', 'zhangli'],
    ['张伟', 'wz'],
    ['张伟', 'hang'],
    ['Ana Trujillo', 'at'],
  ])('not %s by %s', (name, query) => expect(finds(name, query)).toBe(false));
});

const anyName = fc.string({ unit: fc.constantFrom(...'张偉单曾吕重庆银行电力长乐A b'), minLength: 1, maxLength: 12 });

it('finds every name by the beginning of its pinyin from any character on, and by as many of its initials', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'张偉单曾吕重庆银行电力长乐'), { minLength: 1, maxLength: 6 }), (name) => {
      const syllables = inPinyin(name.join('')).split(' ');
      for (const from of syllables.keys()) {
        expect(finds(name.join(''), syllables.slice(from).join(''))).toBe(true);
        expect(
          finds(
            name.join(''),
            syllables
              .slice(from)
              .map(([initial]) => initial)
              .join(''),
          ),
        ).toBe(true);
      }
    }),
  ));

it('finds every name by all that words find it by', () =>
  fc.assert(
    fc.property(anyName, (name) => {
      expect(nameTerms(name)).toEqual(expect.arrayContaining([...searchWords(name)]));
      expect(queryWords(name).every((word) => nameTerms(name).some((term) => term.startsWith(word)))).toBe(true);
    }),
  ));

it('has a number of terms that grows with the name, each of bounded length', () => {
  const name = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
  expect(nameTerms(name).length).toBeLessThan(200 * 7);
  expect(nameTerms(name).every((term) => [...term].length <= 40)).toBe(true);
  expect(nameTerms()).toEqual([]);
});
