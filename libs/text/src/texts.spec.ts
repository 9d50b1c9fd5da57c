import fc from 'fast-check';
import { hasControls, isBlank, printable, storedText } from './index.js';

const anyText = fc.string({
  unit: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('a', 'é', '华', 'ب', 'क', '9', '❤', '🏴', '👩', ' ', '\n', '\r', '\t') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('\u200B', '\u200C', '\u200D', '\uFE0F', '\u{E0101}', '\u{E0067}', '\u20E3'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  ),
});

describe('a stored text', () => {
  it.each(['line', 'lines'] as const)('is the same when it is stored again (%s)', (kind) =>
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = storedText(text, kind);
        expect(storedText(stored, kind)).toBe(stored);
      }),
    ),
  );

  it.each([
    ['a zero-width space', 'Ac\u200Bme', 'Acme'],
    ['a soft hyphen', 'Ac\u00ADme', 'Acme'],
    ['overrides of direction', '\u202AAc\u202Eme\u202C\u2066', 'Acme'],
    ['a word joiner', 'Ac\u2060me', 'Acme'],
    ['a byte order mark', '\uFEFFAcme', 'Acme'],
    ['a joiner that joins nothing', 'Ac\u200Dme\uFE0F', 'Acme'],
    ['fillers', '\u3164A\u115F\uFFA0cme', 'Acme'],
    ['spaces around it', ' \u00A0Acme\u3000', 'Acme'],
  ])('has lost %s', (_, text, stored) => expect(storedText(text, 'line')).toBe(stored));

  it.each([
    ['Persian words', 'می\u200Cخواهم'],
    ['Indic conjuncts', 'क्\u200Dष'],
    ['variants of Chinese characters', '葛\u{E0100}城'],
    ['emoji of several parts', '👩🏽\u200D🔬 ❤\uFE0F\u200D🔥 1\uFE0F\u20E3'],
    ['flags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
  ])('keeps %s', (_, text) => expect(storedText(text, 'line')).toBe(text));

  it('has line breaks of one kind, or none', () => {
    expect(storedText('a\r\nb\u2028c\rd\te', 'lines')).toBe('a\nb\nc\nd\te');
    expect(storedText('a\r\nb\u0085c\td', 'line')).toBe('a b c d');
  });
});

it.each(['\x00', 'a\x1b[31m', '\x7f', '\u009b2J', '\x08', '\uFFFF'])('finds what no text may have: %j', (text) =>
  expect(hasControls(text)).toBe(true),
);

it('takes tabs and line breaks', () => expect(hasControls('a\tb\r\nc\vd\u0085')).toBe(false));

it.each(['   ', '\u200B', '\u3000\u00A0', '\u2800', '\u3164', '\u200D', '\u0301', '\n'])('calls %j blank', (text) =>
  expect(isBlank(text)).toBe(true),
);

it.each(['', 'a', '华', '.', '❤\uFE0F'])('does not call %j blank', (text) => expect(isBlank(text)).toBe(false));

it('shows a terminal what it would carry out', () =>
  expect(printable('\x1b[31mAc\u202Eme\u009b\n\t\u{1FFFF}')).toBe('\\x1b[31mAc\\u202eme\\x9b\n\\x09\\u{1ffff}'));

it('prints no control character but line breaks', () =>
  fc.assert(fc.property(anyText, (text) => expect(printable(text)).not.toMatch(/(?!\r?\n)[\p{Cc}\p{Bidi_C}]/v))));
