import { isOrganisational } from './activities.js';
import { evidence, type Evidence, type EvidenceCode } from './evidence.js';
import { formsAgree } from './legal-forms.js';
import type { OrganisationName } from './organisation-name.js';
import { isMiswritten, isMisspelt } from './similarity.js';

type Name = OrganisationName;

/** What the names of two organisations say. */
export const nameEvidence = (one: Name, other: Name): readonly Evidence[] => {
  const code = nameCode(one, other);
  if (code === 'name-differs') return [evidence(code)];
  const contradictions: readonly (readonly [boolean, EvidenceCode])[] = [
    [one.branch !== other.branch, 'branch-differs'],
    [placesDiffer(one, other), 'place-differs'],
    [activitiesDiffer(one, other), 'activity-differs'],
    [one.script === other.script && !formsAgree(one.form, other.form), 'form-differs'],
  ];
  return [evidence(code), ...contradictions.flatMap(([holds, found]) => (holds ? [evidence(found)] : []))];
};

const nameCode = (one: Name, other: Name): EvidenceCode => {
  const isTranslated = one.script !== other.script;
  if (isSameCore(one, other)) {
    if (!sameSet(one.activities, other.activities)) return 'name-similar';
    return isTranslated ? 'name-translated' : 'name-same';
  }
  if (isSimilar(one, other)) return 'name-similar';
  return isAbbreviated(one, other) || isAbbreviated(other, one) ? 'name-abbreviated' : 'name-differs';
};

const isSameCore = (one: Name, other: Name) => {
  if (one.script === 'han' && other.script === 'han') return one.core[0] === other.core[0];
  return one.sound === other.sound || sameSet(one.core, other.core);
};

const sameSet = (one: readonly string[], other: readonly string[]) =>
  new Set(one).size === new Set(other).size && one.every((each) => other.includes(each));

const placesDiffer = ({ places: one }: Name, { places: other }: Name) =>
  one.length > 0 && other.length > 0 && !one.some((each) => other.includes(each));

const activitiesDiffer = (one: Name, other: Name) => {
  const [own, others] = [one, other].map(({ activities }) => activities.filter((each) => !isOrganisational(each)));
  return own!.length > 0 && others!.length > 0 && !own!.some((each) => others!.includes(each));
};

const isSimilar = (one: Name, other: Name): boolean =>
  one.script === 'han' && other.script === 'han' ? isSimilarHan(one, other) : isSimilarLatin(one, other);

const isSimilarHan = (one: Name, other: Name) => {
  const [left, right] = [one.core[0]!, other.core[0]!];
  const soundsSame = one.sound === other.sound && left.length > 2;
  return soundsSame || isBeginning(left, right) || isBeginning(right, left) || isMiswritten(left, right);
};

const isBeginning = (short: string, long: string) => short.length > 1 && short !== long && long.startsWith(short);

const SHORTEST_WORD = 4; // characters of a word that a shorter name has in common with a longer one

const isSimilarLatin = (one: Name, other: Name) => {
  const [short, long] = one.core.length < other.core.length ? [one.core, other.core] : [other.core, one.core];
  const isPart = short.some((word) => word.length >= SHORTEST_WORD) && short.every((word) => long.includes(word));
  return (isPart && short.length < long.length) || isMisspeltName(one, other);
};

const isMisspeltName = (one: Name, other: Name) =>
  one.script === other.script && one.core.length === other.core.length
    ? isMisspeltWord(one, other)
    : isMisspelt(one.sound, other.sound);

/** One word of several. */
const isMisspeltWord = (one: Name, other: Name) => {
  const left = one.core.filter((word) => !other.core.includes(word));
  const right = other.core.filter((word) => !one.core.includes(word));
  return left.length === 1 && right.length === 1 && isMisspelt(left[0]!, right[0]!, one.core.length > 1 ? 4 : 5);
};

const isAbbreviated = ({ core, activities }: Name, { initials }: Name) =>
  initials !== null && core.length === 1 && activities.length === 0 && core[0] === initials;
