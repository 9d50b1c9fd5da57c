import type { Words } from '@annals/event-sourcing';
import { finding } from './bad-value.js';
import { buildIndex, keyReader, type Index } from './join-index.js';
import { MappingError } from './mapping-error.js';
import type { FileSpec, Join } from './mapping.js';
import { problemAt, type Problem, type Report } from './problem.js';
import type { SourceFile, SourceRow } from './source-file.js';

/** Rows in a row that cannot be read, before a file is given up. */
export const BROKEN = 1_000;

export type Cells = readonly string[];

/** Reader of a column (`undefined` if blank), with the file that defines its number and date formats. */
export type Column = { readonly read: (cells: Cells, report: Report) => string | undefined; readonly spec: FileSpec };
/** Reader of the rows of a join with "many", with their file. */
export type Lines = { readonly read: (cells: Cells, report: Report) => readonly Cells[]; readonly file: string };

/** The columns of every file and of files joined to it; names are resolved once, when a mapping is compiled. */
export class Tables {
  private constructor(
    private readonly files: ReadonlyMap<string, SourceFile>,
    private readonly indexes: ReadonlyMap<Join, Index>,
  ) {}

  /** Reads every joined file into memory; `found` receives rows that cannot be used. Throws `MappingError`. */
  static async load(files: ReadonlyMap<string, SourceFile>, found: (problem: Problem) => void): Promise<Tables> {
    const rows = new Map<string, readonly SourceRow[]>();
    const indexes = new Map<Join, Index>();
    for (const { spec } of files.values())
      for (const join of Object.values(spec.joins)) {
        const other = files.get(join.file)!;
        const all = rows.get(join.file) ?? (await usableRows(other, found));
        rows.set(join.file, all);
        indexes.set(join, buildIndex(other, join, all, found));
      }
    return new Tables(files, indexes);
  }

  columnsOf(file: string): readonly string[] {
    return this.file(file).columns;
  }

  specOf(file: string): FileSpec {
    return this.file(file).spec;
  }

  /** Throws `MappingError` if a row of the file neither has the column nor reaches it through a join. */
  column(file: string, name: string): Column {
    const { columns, spec } = this.file(file);
    const index = columns.indexOf(name);
    if (index >= 0 && columns.indexOf(name, index + 1) >= 0)
      throw new MappingError([`"${name}" is twice in "${file}"`]);
    if (index >= 0) return { read: cellReader(index, spec), spec };

    const through = this.through(file, name);
    if (!through) throw new MappingError([`"${file}" has no column "${name}"; it has ${columns.join(', ')}`]);
    if (through.join.many) throw new MappingError([`"${through.alias}" has many rows: use "each"`]);
    const inner = this.column(through.join.file, through.rest);
    const rows = this.rowsOf(file, through.alias, through.join);
    return {
      spec: inner.spec,
      read: (cells, report) => {
        const row = rows(cells, report)[0];
        return row && inner.read(row, report);
      },
    };
  }

  /** `undefined` if the file has no such join with "many". */
  lines(file: string, alias: string): Lines | undefined {
    const join = this.file(file).spec.joins[alias];
    return join?.many ? { read: this.rowsOf(file, alias, join), file: join.file } : undefined;
  }

  private file(name: string): SourceFile {
    return this.files.get(name)!;
  }

  private through(file: string, name: string) {
    const found = Object.entries(this.file(file).spec.joins).find(([alias]) => name.startsWith(`${alias}.`));
    return found && { alias: found[0], join: found[1], rest: name.slice(found[0].length + 1) };
  }

  private rowsOf(file: string, alias: string, join: Join): Lines['read'] {
    const index = this.indexes.get(join)!;
    const keyOf = keyReader(this.file(file), join, 'own');
    const { onMissing = join.many ? 'omit' : 'report' } = join;
    return (cells, report) => {
      const key = keyOf(cells);
      if (key === undefined) return [];
      const rows = index.get(key);
      if (!rows && onMissing !== 'omit') report({ ...missing(alias, join, key), severity: SEVERITY[onMissing] });
      return rows ?? [];
    };
  }
}

const SEVERITY = { report: 'warning', reject: 'error' } as const;

const missing = (alias: string, { file }: Join, key: string) => ({
  column: alias,
  ...finding('NotFound', { file, key }),
});

const cellReader = (index: number, { blanks }: FileSpec): Column['read'] => {
  const blank = new Set(['', ...blanks]);
  return (cells) => {
    const text = cells[index]!.trim();
    return blank.has(text) ? undefined : text;
  };
};

const usableRows = async (file: SourceFile, found: (problem: Problem) => void) => {
  const all: SourceRow[] = [];
  let broken = 0;
  for await (const rows of file.rows())
    for (const row of rows) {
      broken = row.problem === undefined ? 0 : broken + 1;
      if (broken === BROKEN)
        throw new MappingError([`files.${file.name}: ${BROKEN} rows in a row cannot be read, up to line ${row.line}`]);
      if (row.problem === undefined) all.push(row);
      else found(problemAt(file.name, row, badRow(row.problem)));
    }
  return all;
};

export const badRow = ({ en, zh }: Words) => {
  const reason = {
    en: finding('BadRow', { problem: en }).reason.en,
    zh: finding('BadRow', { problem: zh }).reason.zh,
  };
  return { severity: 'error' as const, column: '', code: 'BadRow', reason };
};
