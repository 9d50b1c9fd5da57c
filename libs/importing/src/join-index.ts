import { finding } from './bad-value.js';
import { MappingError } from './mapping-error.js';
import type { Join } from './mapping.js';
import { problemAt, type Problem } from './problem.js';
import type { SourceFile, SourceRow } from './source-file.js';

/** The rows of a joined file by their key. */
export type Index = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Reads the key of a join from either side; `undefined` if it is completely blank. Throws `MappingError`. */
export const keyReader = (file: SourceFile, { on }: Join, side: 'own' | 'other') => {
  const pairs = typeof on === 'string' ? [[on, on] as const] : Object.entries(on);
  const indexes = pairs.map(([own, other]) => {
    const name = side === 'own' ? own : other;
    const index = file.columns.indexOf(name);
    if (index < 0) throw new MappingError([`"${file.name}" has no column "${name}" to join on`]);
    return index;
  });
  return (cells: readonly string[]): string | undefined => {
    const parts = indexes.map((index) => cells[index]!.trim());
    return parts.every((part) => part === '') ? undefined : parts.join(' / ');
  };
};

export const buildIndex = (
  file: SourceFile,
  join: Join,
  rows: readonly SourceRow[],
  found: (problem: Problem) => void,
): Index => {
  const index = new Map<string, (readonly string[])[]>();
  const keyOf = keyReader(file, join, 'other');
  for (const row of rows) {
    const key = keyOf(row.cells);
    const before = key === undefined ? undefined : index.get(key);
    if (before && !join.many) found(problemAt(file.name, row, duplicate(key!)));
    if (before) before.push(row.cells);
    else if (key !== undefined) index.set(key, [row.cells]);
  }
  return index;
};

const duplicate = (key: string) => ({
  severity: 'warning' as const,
  column: '',
  ...finding('DuplicateKey', { key }),
});
