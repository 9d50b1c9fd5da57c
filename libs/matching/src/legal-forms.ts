/** Legal forms in Latin letters by the words that stand for them, the same name for those that mean the same. */
const FORMS: Readonly<Record<string, string>> = {
  ltd: 'ltd|limited|co ltd|coltd|company limited|co limited|company ltd|private limited|pvt ltd|pte ltd|pte limited|pty ltd|pty limited|sdn bhd|ltda|limitada',
  plc: 'plc|public limited company',
  inc: 'inc|incorporated|corp|corporation|co inc',
  llc: 'llc|ooo',
  llp: 'llp|lp',
  gmbh: 'gmbh|mbh|ggmbh|gesellschaft mit beschrankter haftung',
  'gmbh & co kg': 'gmbh co kg|gmbh co|gmbh cie kg|gmbh co ohg',
  ug: 'ug haftungsbeschrankt|ug',
  ag: 'ag|aktiengesellschaft',
  kg: 'kg|kommanditgesellschaft',
  kgaa: 'kgaa|ag co kgaa',
  ohg: 'ohg|gbr|partg mbb',
  ev: 'ev|eingetragener verein',
  eg: 'eg',
  se: 'se',
  sa: 'sa|societe anonyme|sociedad anonima|sa de cv|sab de cv',
  sarl: 'sarl|sas|sasu|eurl',
  srl: 'srl|srls|sl|slu',
  spa: 'spa',
  bv: 'bv',
  nv: 'nv',
  ab: 'ab|aktiebolag',
  as: 'as|asa|a s|aps',
  oy: 'oy|oyj',
  spzoo: 'sp z oo|sp zoo|spzoo|spolka z oo|sp z o o',
  sro: 'sro|spol s ro|doo|kft|zrt',
  jsc: 'jsc|ojsc|cjsc|oao|zao|pao|ao',
  kk: 'kk|kabushiki kaisha',
  pt: 'pt|tbk',
  any: 'co|company|cie|compagnie|firma',
};

type Form = { readonly words: readonly string[]; readonly form: string };

const SEQUENCES: readonly Form[] = Object.entries(FORMS)
  .flatMap(([form, all]) => all.split('|').map((words) => ({ form, words: words.split(' ') })))
  .toSorted((one, other) => other.words.length - one.words.length);

const BEFORE = new Set(['pt', 'ooo', 'oao', 'zao', 'pao', 'ao', 'firma']);

/** A legal form of `words`, in the words from `from` up to `to`. */
export type FoundForm = { readonly form: string; readonly from: number; readonly to: number };

const sequenceAt = (words: readonly string[], at: number) =>
  SEQUENCES.find((each) => each.words.every((word, index) => words[at + index] === word));

/** The last legal form after the first word, or one before the name. */
export const formIn = (words: readonly string[]): FoundForm | undefined => {
  const found = words.flatMap((word, at) => {
    const sequence = at > 0 || BEFORE.has(word) ? sequenceAt(words, at) : undefined;
    return sequence && words.length > sequence.words.length
      ? [{ form: sequence.form, from: at, to: at + sequence.words.length }]
      : [];
  });
  const whole = found.filter(({ from, to }) => !found.some((other) => other.from < from && other.to >= to));
  return whole.findLast(({ form }) => form !== 'any') ?? whole.at(-1);
};

const CHINESE =
  /(?:有限责任公司|股份有限公司|股份公司|有限公司|股份合作公司|总公司|公司|有限合伙企业|合伙企业|有限合伙|普通合伙|株式会社|合同会社|有限会社|个体工商户)/gu;

const CHINESE_FORMS: readonly (readonly [RegExp, string])[] = [
  [/股份/u, 'joint-stock'],
  [/有限责任公司|有限公司/u, 'ltd'],
  [/合伙/u, 'partnership'],
  [/株式会社/u, 'kk'],
  [/个体/u, 'individual'],
];

/** The text before and after the last legal form of a Chinese name, and the form. */
export const chineseFormIn = (text: string) => {
  const found = [...text.matchAll(CHINESE)].at(-1);
  if (!found) return undefined;
  const form = CHINESE_FORMS.find(([pattern]) => pattern.test(found[0]))?.[1] ?? 'any';
  return { form, before: text.slice(0, found.index), after: text.slice(found.index + found[0].length) };
};

/** Whether names in one script can be of one company by their legal forms; a form that is left out says nothing. */
export const formsAgree = (one: string | null, other: string | null): boolean =>
  one === other || [one, other].some((form) => form === null || form === 'any');
