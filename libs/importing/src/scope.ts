import type { Json } from './json.js';
import { MappingError } from './mapping-error.js';
import type { FileSpec } from './mapping.js';
import type { Report } from './problem.js';
import type { Cells, Tables } from './tables.js';

/** The row of the step's file, followed by the joined row within "each". */
export type Frames = readonly Cells[];

/** The value of a field for one row; `undefined` if it is blank or was reported as an error. */
export type Read = (frames: Frames, report: Report) => Json | undefined;

export type ReadText = (frames: Frames, report: Report) => string | undefined;

/** The files whose rows a value may use: within "each" the joined file first, then the enclosing ones. */
export class Scope {
  constructor(
    private readonly tables: Tables,
    private readonly files: readonly string[],
  ) {}

  /** The number and date formats of the file of the innermost row. */
  get spec(): FileSpec {
    return this.tables.specOf(this.files.at(-1)!);
  }

  /** Reader of a column, with the file that defines its number and date formats. Throws `MappingError`. */
  column(name: string): { readonly read: ReadText; readonly spec: FileSpec } {
    const { found, depth } = this.innermost((file) => this.tables.column(file, name));
    return { spec: found.spec, read: (frames, report) => found.read(frames[depth]!, report) };
  }

  /** The rows of a join with "many", and the scope within one of them. Throws `MappingError`. */
  lines(alias: string) {
    const { found, depth } = this.innermost((file) => {
      const lines = this.tables.lines(file, alias);
      if (!lines) throw new MappingError([`"${file}" has no join "${alias}" with "many"`]);
      return lines;
    });
    return {
      read: (frames: Frames, report: Report) => found.read(frames[depth]!, report),
      scope: new Scope(this.tables, [...this.files.slice(0, depth + 1), found.file]),
      depth: depth + 1,
    };
  }

  private innermost<T>(find: (file: string) => T): { readonly found: T; readonly depth: number } {
    const problems: string[] = [];
    for (let depth = this.files.length - 1; depth >= 0; depth -= 1) {
      try {
        return { found: find(this.files[depth]!), depth };
      } catch (error) {
        if (!(error instanceof MappingError)) throw error;
        problems.push(...error.problems);
      }
    }
    throw new MappingError([problems.join('; ')]);
  }
}
