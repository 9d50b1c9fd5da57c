import fc from 'fast-check';
import { hasHan, inPinyin, simplified } from './index.js';

it.each([
  ['張偉', '张伟'],
  ['臺灣電力股份有限公司', '台湾电力股份有限公司'],
  ['華爲技術有限公司', '华为技术有限公司'],
  ['Müller 電子', 'Müller 电子'],
])('writes %s with simplified characters', (traditional, expected) => expect(simplified(traditional)).toBe(expected));

it.each([
  ['张伟', 'zhang wei'],
  ['張偉', 'zhang wei'],
  ['吕梁', 'lv liang'],
  ['Acme 有限公司', 'Acme you xian gong si'],
  ['重庆银行', 'chong qing yin hang'],
  ['Li Na', 'Li Na'],
])('writes %s in pinyin', (text, expected) => expect(inPinyin(text)).toBe(expected));

it.each([
  ['单雄信', 'shan xiong xin'],
  ['曾国藩', 'zeng guo fan'],
  ['尉迟恭', 'yu chi gong'],
])('reads the surname of %s as a surname', (name, expected) =>
  expect(inPinyin(name, { surname: true })).toBe(expected),
);

const anyText = fc.string({ unit: fc.constantFrom(...'張张伟華为臺台后後乾a B1'), maxLength: 20 });

it('writes what is simplified already as it is', () =>
  fc.assert(fc.property(anyText, (text) => expect(simplified(simplified(text))).toBe(simplified(text)))));

it('writes pinyin without Chinese characters, the same for traditional and simplified ones', () =>
  fc.assert(
    fc.property(anyText, (text) => {
      expect(hasHan(inPinyin(text))).toBe(false);
      expect(inPinyin(simplified(text))).toBe(inPinyin(text));
    }),
  ));
