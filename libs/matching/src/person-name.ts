import { hasHan, inPinyin, simplified } from '@annals/text';
import { wordsIn } from './latin.js';

/** The name of a person in its parts, each in one form for all ways of writing it. */
export type PersonName = {
  readonly script: 'han' | 'latin';
  /** Chinese characters; in Latin letters the last word, or what stands before a comma. */
  readonly surname: string;
  /** Chinese characters in one text; otherwise every given name. */
  readonly given: readonly string[];
  /** The whole name in Latin letters without spaces, surname first. */
  readonly sound: string;
  /** `junior`, `senior`, `2`; `null` if it is not said. */
  readonly generation: string | null;
};

const COMPOUND =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 轩辕 长孙 宇文 端木 南宫 独孤 百里 申屠'.split(' ');

const CHINESE_TITLES = /(?:先生|女士|小姐|夫人|太太|老师|教授|博士|医生|经理|总经理|同志)$/u;

const TITLES = new Set(
  'mr mrs ms miss mx sir dr prof professor herr frau fraulein ing dipl mag phd md mba monsieur madame mme mlle senor senora sig signora'.split(
    ' ',
  ),
);

const GENERATIONS: Readonly<Record<string, string>> = {
  ...{ jr: 'junior', jun: 'junior', junior: 'junior', sr: 'senior', sen: 'senior', senior: 'senior' },
  ...{ ii: '2', iii: '3', iv: '4' },
};

const NICKNAMES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'william bill billy will willy',
    'robert bob bobby rob robbie',
    'richard dick rick ricky',
    'james jim jimmy',
    'john johnny jack',
    'michael mike mick micky',
    'thomas tom tommy',
    'elizabeth liz lizzy beth betty eliza',
    'margaret maggie meg peggy',
    'katherine kate kathy katie catherine cathy',
    'jennifer jenny jen',
    'susan sue susie',
    'edward ed eddie ted',
    'anthony tony',
    'joseph joe joey',
    'charles charlie chuck',
    'daniel dan danny',
    'david dave',
    'christopher chris',
    'stephen steve steven',
    'andrew andy',
    'alexander alex',
    'benjamin ben',
    'matthew matt',
    'nicholas nick',
    'patricia pat patty',
    'samuel sam',
    'josef sepp',
    'johannes hannes',
    'friedrich fritz',
  ].flatMap((names) => names.split(' ').map((name) => [name, names.split(' ', 1)[0]!])),
);

/** The parts of a name; `null` if it has no letters. */
export const personName = (text: string): PersonName | null => {
  const plain = simplified(text.normalize('NFKC'));
  const han = plain.replace(/[^\p{sc=Han}]/gu, '').replace(CHINESE_TITLES, '');
  return hasHan(plain) && han.length > 1 ? chineseName(han) : latinName(plain);
};

const chineseName = (han: string): PersonName => {
  const compound = han.length > 2 && COMPOUND.some((surname) => han.startsWith(surname));
  const [surname, given] = [han.slice(0, compound ? 2 : 1), han.slice(compound ? 2 : 1)];
  const sound = soundForm(inPinyin(han, { surname: true }).replaceAll(' ', ''));
  return { script: 'han', surname, given: [given], sound, generation: null };
};

const latinName = (plain: string): PersonName | null => {
  const [before = '', ...after] = plain.split(',');
  const rest = wordsIn(after.join(' ')).filter(isName);
  const isReversed = rest.length > 0;
  const words = wordsIn(before);
  const all = [...words, ...wordsIn(after.join(' '))];
  const names = words.filter(isName);
  const surname = isReversed ? names.join('') : (names.at(-1) ?? '');
  const given = (isReversed ? rest : names.slice(0, -1)).map((name) => NICKNAMES[name] ?? name);
  if (surname === '') return null;
  const generation = all.map((word) => GENERATIONS[word]).find((each) => each !== undefined) ?? null;
  return { script: 'latin', surname, given, sound: soundForm(surname + given.join('')), generation };
};

const isName = (word: string) => !TITLES.has(word) && !Object.hasOwn(GENERATIONS, word);

/** `lü` is also written `lv`, `lyu` and `lu`. */
export const soundForm = (sound: string): string => sound.replace(/([ln])(?:v|yu)(?![aeio])/g, '$1u');
