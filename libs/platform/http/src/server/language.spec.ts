import fc from 'fast-check';
import { languageOf } from './language.js';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['zh', 'zh'],
  ['zh-CN', 'zh'],
  ['zh-Hant-TW', 'zh'],
  ['ZH-cn', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['de-DE, zh;q=0.3', 'zh'],
  ['de-DE, fr', 'en'],
  ['en;q=0.5, zh;q=0.5', 'en'],
  ['zh;q=0.5, en;q=0.5', 'zh'],
  ['*', 'en'],
  ['de, *;q=0.5', 'en'],
  ['*, en;q=0.5', 'zh'],
  ['*, en;q=0', 'zh'],
  ['zh;q=0, *', 'en'],
  ['zh;q=0', 'en'],
  ['en;q=0', 'en'],
  ['en;q=0.001,zh;q=0.002', 'zh'],
  ['zh ; q=1.000 , en ; q=0.999', 'zh'],
  ['zh;q=2, en;q=0.1', 'en'],
  ['zhuang', 'en'],
  ['zh-', 'en'],
  [';;,,q=', 'en'],
])('takes %j for %s', (accepted, language) => expect(languageOf(accepted)).toBe(language));

it('answers in a language that it has, whatever is asked for', () =>
  fc.assert(fc.property(fc.string(), (accepted) => expect(['en', 'zh']).toContain(languageOf(accepted)))));

it('prefers what weighs more, in whatever order it is named', () => {
  const weight = fc.integer({ min: 1, max: 1_000 });
  fc.assert(
    fc.property(weight, weight, fc.boolean(), (en, zh, swap) => {
      fc.pre(en !== zh);
      const ranges = [`en;q=${(en / 1_000).toFixed(3)}`, `zh;q=${(zh / 1_000).toFixed(3)}`];
      expect(languageOf((swap ? ranges.toReversed() : ranges).join(', '))).toBe(en > zh ? 'en' : 'zh');
    }),
  );
});
