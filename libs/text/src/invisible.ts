const JOINING = ['Arab', 'Syrc', 'Mong', 'Nkoo', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym']
  .concat('Sinh', 'Khmr', 'Mymr', 'Tibt')
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const VARIATIONS = '\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}\\u180B-\\u180D\\u180F';
const TAGS = '[\\u{E0020}-\\u{E007F}]';

/** Where invisible characters change how text is read: in scripts with joiners, in variants of characters, in emoji. */
const MEANINGFUL = [
  `(?<=[${JOINING}\\p{ExtPict}\\p{EMod}]|\\p{ExtPict}\\uFE0F)[\\u200C\\u200D](?=[${JOINING}\\p{ExtPict}])`,
  `(?<=[\\p{sc=Han}\\p{sc=Mong}\\p{ExtPict}])[${VARIATIONS}]`,
  '(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
  `(?<=\\u{1F3F4}${TAGS}*)${TAGS}`,
].join('|');
const INVISIBLE = new RegExp(`${MEANINGFUL}|([\\p{DI}\\uFFF9-\\uFFFB])`, 'gv');
const EVERY_INVISIBLE = /[\p{DI}\uFFF9-\uFFFB]/gv;

/** Without invisible characters that change nothing: zero-width spaces, soft hyphens, marks and overrides of direction, fillers. */
export const withoutInvisible = (text: string): string =>
  text.replace(INVISIBLE, (all: string, invisible: string | undefined) => (invisible === undefined ? all : ''));

/** Without any invisible character, for comparing. */
export const onlyVisible = (text: string): string => text.replace(EVERY_INVISIBLE, '');
