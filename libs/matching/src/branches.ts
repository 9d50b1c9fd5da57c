import { inPinyin } from '@annals/text';
import { chineseFormIn, type FoundForm } from './legal-forms.js';
import { placeAtEnd, placeForm } from './regions.js';

/** A text in Latin letters and digits, Chinese characters as they are spoken. */
export const soundOf = (text: string): string =>
  inPinyin(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const BRANCH =
  /(分公司|子公司|分行|支行|分店|门店|分部|办事处|代表处|营业部|营业厅|营业所|分厂|分校|分院|专卖店|旗舰店|加油站)/u;

const MOST_UNKNOWN = 2; // characters before a word such as `分行` that name a branch at a place that is not known

/** The branch of a name such as `中国工商银行北京分行`, and the name without it. */
export const chineseBranch = (text: string): { readonly head: string; readonly branch: string | null } => {
  const found = BRANCH.exec(text);
  if (!found) return { head: text, branch: null };
  const before = text.slice(0, found.index).trimEnd();
  const after = text.slice(found.index + found[0].length);
  const form = chineseFormIn(before);
  const place = placeAtEnd(before) ?? before.slice(-MOST_UNKNOWN);
  const named = form && form.after.trim() !== '' ? form.after.trim() : place;
  const branch = soundOf(`${named}${after}`.replace(/[省市县区]/gu, '')) || found[0];
  return { head: before.slice(0, before.length - named.length), branch };
};

const BRANCHES = new Set(
  'branch filiale niederlassung zweigniederlassung zweigstelle geschaftsstelle succursale sucursal filial store shop outlet office standort'.split(
    ' ',
  ),
);

/** What follows the legal form is a branch, or belongs to the name. */
export const withoutForm = (words: readonly string[], { from, to }: FoundForm) => {
  const [head, tail] = [words.slice(0, from), words.slice(to)];
  const isBranch = head.length > 0 && tail.some((word) => BRANCHES.has(word));
  return isBranch ? { left: head, branch: branchOf(tail) } : latinBranch([...head, ...tail]);
};

const branchOf = (words: readonly string[]) =>
  words
    .filter((word) => !BRANCHES.has(word))
    .map((word) => (/^\d/.test(word) ? word : placeForm(word)))
    .toSorted()
    .join('') || 'branch';

/** In a name without a legal form, the word before `branch`, or the words after `Filiale`. */
export const latinBranch = (words: readonly string[]) => {
  const at = words.findIndex((word) => BRANCHES.has(word));
  if (at < 1) return { left: words, branch: null };
  const isLast = at === words.length - 1;
  const from = isLast ? Math.max(1, at - 1) : at;
  return { left: words.slice(0, from), branch: branchOf(words.slice(from)) };
};
