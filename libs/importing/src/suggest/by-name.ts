import { likeness, wordsOf } from './same-words.js';
import type { Target } from './targets.js';

/** The names by which a target may be called in a file. */
const namesOf = (target: Target, targets: readonly Target[]): readonly (readonly string[])[] => {
  const { path, label, group } = target;
  const own = [path.split('.').at(-1)!, label.en, label.zh].map(wordsOf);
  if (group === null) return own;
  const within = [path.split('.')[0]!, group.en, group.zh].map(wordsOf);
  const whole = within.flatMap((outer) => own.map((inner) => [...outer, ...inner]));
  const short = target.isInList ? own.flatMap((inner) => within.map(([first = '']) => [first, ...inner])) : [];
  return [
    ...(target.isInList && isPlain(target) ? [] : own),
    ...whole,
    ...short,
    ...(isMain(target, targets) ? within : []),
  ];
};

/** Its bare name means what the record itself has of that name. */
const isPlain = ({ kind }: Target) => kind === 'choice';

/** Of the entry of a list, the first text is what the entry as a whole is called. */
const isMain = ({ path, isInList }: Target, targets: readonly Target[]) =>
  isInList &&
  targets.find((each) => each.kind === 'text' && each.path.startsWith(`${path.split('.')[0]}.`))?.path === path;

/** The likeness of a column to each target by name, from 0 to 1. */
export const namedLike = (targets: readonly Target[]): ((column: string) => ReadonlyMap<Target, number>) => {
  const named = targets.map((target) => [target, namesOf(target, targets)] as const);
  return (column) => {
    const words = asName(wordsOf(column));
    return new Map(named.map(([target, names]) => [target, Math.max(...names.map((name) => likeness(words, name)))]));
  };
};

const WHAT_IT_IS = ['organisation', 'person', 'customer'];

/** A column that is called what the record is has its name. */
const asName = (words: readonly string[]): readonly string[] =>
  words.length === 1 && WHAT_IT_IS.includes(words[0]!) ? ['name'] : words;
