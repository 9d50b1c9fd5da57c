const KILO = 1_000;
const NEARLY = 9 * KILO; // of the values that a body may have
const times = (count, each) => Array.from({ length: count }, (_, index) => each(index));
const nested = (depth, open, close) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** A value that JSON.stringify cannot write: `raw` takes its place. */
export const raw = (text) => ({ raw: text });

/** Control characters, and others that are invisible, change the direction of a text or are none. */
const CONTROLS = [
  ...times(32, (code) => code),
  ...times(33, (code) => 0x7f + code),
  ...[0xad, 0x61c, 0x180e, 0xfeff, 0xfffe, 0xffff, 0x2028, 0x2029, 0xe0001],
  ...times(5, (code) => 0x200b + code),
  ...times(5, (code) => 0x202a + code),
  ...times(16, (code) => 0x2060 + code),
];
export const ODD_CHARACTERS = [
  ...CONTROLS.map((code) => String.fromCodePoint(code)),
  ...['\ud800', '\udfff', '\udc00\ud800', '\ud83d'],
];

// Long ones go backwards and forwards in patterns, splits and comparisons that are not linear.
export const LONG_TEXTS = {
  'letters without end': 'x'.repeat(40 * KILO),
  'letters and one other': `${'a'.repeat(40 * KILO)}!`,
  'spaces within': `a${' '.repeat(40 * KILO)}b`,
  digits: '1'.repeat(40 * KILO),
  'digits and separators': '1-'.repeat(40 * KILO),
  dots: 'a.'.repeat(40 * KILO),
  'at signs': 'a@'.repeat(40 * KILO),
  brackets: '('.repeat(40 * KILO),
  'accents on one letter': `a${'\u0301'.repeat(40 * KILO)}`,
  'letters of four bytes': '𠮷'.repeat(40 * KILO),
  'line breaks': '\n'.repeat(40 * KILO),
  'halves of pairs': '\ud800'.repeat(20 * KILO),
  'a time': `2026-01-05T09:00:00.${'0'.repeat(40 * KILO)}Z`,
  'an exponent': '1e999999999',
};

export const NUMBERS = {
  'beyond doubles': raw('1e400'),
  'digits without end': raw('9'.repeat(100 * KILO)),
  'a long fraction': raw(`0.${'3'.repeat(100 * KILO)}`),
  'just not exact': raw('9007199254740993'),
  tiny: raw('1e-400'),
  'minus zero': raw('-0'),
  'the largest double': 1.7976931348623157e308,
};

/** Lists of `item`, an instance of what the list should hold. */
export const longLists = (item) => ({
  'many items': times(NEARLY, () => item),
  'many nulls': times(NEARLY, () => null),
  'lists in lists': raw(nested(50 * KILO, '[', ']')),
});

export const manyFields = (value) => ({
  'many keys': Object.fromEntries(times(NEARLY, (index) => [`k${index}`, value])),
  'long keys': Object.fromEntries(times(8, (index) => [`${index}`.padEnd(40 * KILO, 'k'), value])),
  'keys of prototypes': raw('{"__proto__":{"a":1},"constructor":{"prototype":1},"toString":1,"hasOwnProperty":1}'),
  'objects in objects': raw(nested(50 * KILO, '{"a":', '}')),
});

/** Bodies made of the fields of a valid one. */
export const wholeBodies = (whole) => {
  const fields = JSON.stringify(whole).slice(1, -1);
  const [first = 'a'] = Object.keys(whole);
  const rest = fields && `,${fields}`;
  const escaped = `\\u${first.charCodeAt(0).toString(16).padStart(4, '0')}${first.slice(1)}`;
  return {
    'many unknown fields': `{${times(40 * KILO, (index) => `"u${index}":${index}`).join()}${rest}}`,
    'one field again and again': `{${times(50 * KILO, () => `"${first}":1`).join()}${rest}}`,
    'a field twice': `{"${first}":null${rest}}`,
    'a field twice, once escaped': `{"${escaped}":null${rest}}`,
    'an unknown field in depth': `{"u":${nested(100 * KILO, '{"a":', '}')}${rest}}`,
    'a depth that parsers allow': `{"u":${nested(1_000, '[', ']')}${rest}}`,
    'a long text': `{"u":"${'x'.repeat(900 * KILO)}"${rest}}`,
    spaces: `{${' '.repeat(900 * KILO)}${fields}}`,
    escapes: `{"u":"${'\\u0041'.repeat(150 * KILO)}"${rest}}`,
    'a list of itself': `[${times(1_000, () => `{${fields}}`).join()}]`,
  };
};

const PART = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n';

export const PARTS = {
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
  body: `${PART.repeat(10 * KILO)}--x--\r\n`,
};

/** Files in place of a table. */
export const FILES = {
  'many rows': 'a,b\n'.repeat(200 * KILO),
  'many columns': `${'a,'.repeat(200 * KILO)}\n`,
  'a long line': 'a'.repeat(900 * KILO),
  'an open quote': `a\n"${'b\n'.repeat(200 * KILO)}`,
  'many quotes': '"'.repeat(900 * KILO),
  'many NULs': '\0'.repeat(900 * KILO),
};

const LONG = 12_000; // bytes; the server takes 16 KiB of headers and URL together
export const filled = (piece) => piece.repeat(Math.floor(LONG / piece.length));

export const HEADERS = {
  'many headers': Object.fromEntries(times(900, (index) => [`x-${index}`, '1'])),
  languages: { 'accept-language': filled('en-GB;q=0.1,') },
  'media types': { accept: filled('text/html;q=0.1,') },
  encodings: { 'accept-encoding': filled('gzip;q=0,') },
  tags: { 'if-none-match': filled('"a", ') },
  revisions: { 'if-match': filled('"1",') },
  'digits as a revision': { 'if-match': `"${filled('9')}"` },
  cookies: { cookie: filled('a=b; ') },
  'a credential': { authorization: `Bearer ${filled('a.')}` },
  'a key': { authorization: undefined, 'x-api-key': `ann_${filled('a')}` },
  'parameters of a type': { 'content-type': `application/json${filled('; a=b')}` },
  addresses: { 'x-forwarded-for': filled('10.0.0.1, ') },
  'a trace': { traceparent: filled('00-'), tracestate: filled('a=b,').slice(0, 2_000) },
  'a correlation': { 'x-correlation-id': filled('a') },
};
