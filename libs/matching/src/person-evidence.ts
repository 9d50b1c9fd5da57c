import { evidence, type Evidence, type EvidenceCode } from './evidence.js';
import { soundForm, type PersonName } from './person-name.js';
import { isMisspelt, soundsAlike } from './similarity.js';

/** What the names of two persons say. */
export const personEvidence = (one: PersonName, other: PersonName): readonly Evidence[] => {
  const generations =
    one.generation !== null && other.generation !== null && one.generation !== other.generation
      ? [evidence('generation-differs')]
      : [];
  return [evidence(nameCode(one, other)), ...generations];
};

const nameCode = (one: PersonName, other: PersonName): EvidenceCode => {
  if (one.script === 'han' && other.script === 'han') return hanCode(one, other);
  if (one.script === 'latin' && other.script === 'latin') return latinCode(one, other);
  return turns(one).some((sound) => turns(other).includes(sound)) ? 'person-name-translated' : 'given-name-differs';
};

const COMMON = 2; // characters: very many people have a name of two characters

const hanCode = (one: PersonName, other: PersonName): EvidenceCode => {
  const [left, right] = [one.given[0]!, other.given[0]!];
  if (one.surname !== other.surname)
    return left === right && left.length > 1 ? 'surname-differs' : 'given-name-differs';
  if (left !== right) return one.sound === other.sound ? 'given-name-sounds-same' : 'given-name-differs';
  return one.surname.length + left.length > COMMON ? 'person-name-same' : 'person-name-common';
};

/** The name in Latin letters from each of its words on, since surnames come first or last. */
const turns = ({ script, surname, given, sound }: PersonName): readonly string[] => {
  if (script === 'han') return [sound];
  const words = [...given, surname];
  return words.map((_, at) => soundForm([...words.slice(at), ...words.slice(0, at)].join('')));
};

type Match = 'same' | 'misspelt' | 'initial' | 'none';

const latinCode = (one: PersonName, other: PersonName): EvidenceCode => {
  const [short, long] = one.given.length <= other.given.length ? [one, other] : [other, one];
  const isTurned = turns(one).some((sound) => turns(other).includes(sound));
  if (isTurned) return one.given.length + other.given.length > 0 ? 'person-name-same' : 'person-name-initials';
  const surname = surnameMatch(short, long);
  const given = short.given.map((name) => bestOf(long.given.map((each) => givenMatch(name, each))));
  return partsCode(surname, given);
};

const partsCode = (surname: Match, given: readonly Match[]): EvidenceCode => {
  const isSame = given.every((match) => match === 'same');
  if (given.includes('none') || (given.length === 0 && surname !== 'same')) return 'given-name-differs';
  if (surname === 'none') return isSame ? 'surname-differs' : 'given-name-differs';
  return given.length === 0 || given.includes('initial') ? 'person-name-initials' : 'person-name-similar';
};

const ORDER: readonly Match[] = ['same', 'misspelt', 'initial', 'none'];
const bestOf = (matches: readonly Match[]): Match => ORDER.find((match) => matches.includes(match)) ?? 'none';

/** Of two surnames, as in Spain, the first one may stand alone. */
const surnameMatch = ({ surname }: PersonName, long: PersonName): Match => {
  if (surname === long.surname) return 'same';
  if (soundsAlike(surname, long.surname) || isMisspelt(surname, long.surname)) return 'misspelt';
  return long.given.length > 1 && long.given.includes(surname) ? 'same' : 'none';
};

const givenMatch = (one: string, other: string): Match => {
  if (one === other) return 'same';
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 'initial' : 'none';
  return isMisspeltGiven(one, other) ? 'misspelt' : 'none';
};

/** `Martin` and `Martina`, `Maria` and `Marie` are different names. */
const isMisspeltGiven = (one: string, other: string) =>
  one.at(-1) === other.at(-1) && (soundsAlike(one, other) || isMisspelt(one, other));
