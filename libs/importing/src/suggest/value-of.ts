import type { ValueObject, ValueSpec } from '../value-spec.js';
import { wordsOf } from './same-words.js';
import type { Target } from './targets.js';

const SEPARATORS = [';', '；', '、', '|', '/', ',', '，'];

/** How the cells of a column become the values of a target. */
export const valueOf = (
  target: Pick<Target, 'kind' | 'values'>,
  column: string,
  cells: readonly string[],
): ValueSpec => {
  const transform = transformOf(target, cells);
  return transform === undefined ? column : { column, transform };
};

const transformOf = (
  { kind, values }: Pick<Target, 'kind' | 'values'>,
  cells: readonly string[],
): ValueObject['transform'] => {
  if (kind === 'text') return undefined;
  if (kind === 'day') return 'date';
  if (kind === 'choice') return { map: wordsFor(values!, cells) };
  if (kind !== 'texts' && kind !== 'choices') return kind;
  const separator = SEPARATORS.find((each) => cells.some((cell) => cell.includes(each))) ?? SEPARATORS[0]!;
  const split = { split: separator };
  const parts = cells.flatMap((cell) => cell.split(separator).map((part) => part.trim()));
  return kind === 'texts' ? split : [split, { map: wordsFor(values!, parts) }];
};

type Values = NonNullable<Target['values']>;

/** What stands for each value: itself, its labels, and the words of the file that mean it. */
const wordsFor = (values: Values, cells: readonly string[]): Readonly<Record<string, string>> => {
  const own = Object.entries(values).flatMap(([value, { en, zh }]) =>
    [value, en, en.toLowerCase(), zh].map((word) => [word, value] as const),
  );
  const meant = [...new Set(cells)].flatMap((cell) => {
    const value = valueMeant(values, cell);
    return value === undefined ? [] : [[cell, value] as const];
  });
  return Object.fromEntries([...own, ...meant]);
};

const valueMeant = (values: Values, cell: string): string | undefined => {
  const words = wordsOf(cell).join(' ');
  const names = ([value, { en, zh }]: readonly [string, Values[string]]) =>
    [value, en, zh].map((name) => wordsOf(name).join(' '));
  return words === '' ? undefined : Object.entries(values).find((each) => names(each).includes(words))?.[0];
};
