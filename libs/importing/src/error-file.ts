import type { BlobContent, BlobStore, Language } from '@annals/event-sourcing';
import { headerOf, lineOf } from './csv-lines.js';
import type { Problem } from './problem.js';

const COLUMNS = ['file', 'row', 'line', 'severity', 'column', 'code', 'reason', 'original'] as const;
const BUFFER = 1 << 16; // characters
const LIMIT = 50_000_000; // bytes; the rows of a large import, or what is left of a broken file
const HEADER = headerOf(COLUMNS);

/** The name of the error file of an import. */
export const errorFileOf = (job: string): string => `imports/${job}-errors.csv`;

/** The names of the imports that have an error file. */
export const importsWithErrors = async (blobs: BlobStore): Promise<readonly string[]> => {
  const [before, after] = errorFileOf('\0').split('\0') as [string, string];
  const names = await blobs.list(before);
  return names.filter((name) => name.endsWith(after)).map((name) => name.slice(before.length, -after.length));
};

/** The name of a part of an error file; parts are joined at the end. */
export const errorPartOf = (job: string, part: number): string => `${partsOf(job)}${String(part).padStart(8, '0')}.csv`;

const partsOf = (job: string) => `imports/${job}-errors/`;

/** The stored parts of an error file and their bytes. */
export type StoredErrors = { readonly parts: number; readonly bytes: number };

export const NO_ERRORS: StoredErrors = { parts: 0, bytes: 0 };

/**
 * Rows that could not be imported, and warnings, as CSV that a spreadsheet can open: a cell that it would run has an
 * apostrophe before it, which the importer takes away again. `original` is the row. Without problems there is no file.
 */
export class ErrorFile {
  private buffer = '';
  private bytes: number;
  private parts: number;
  /** Problems that it has no room for. */
  unlisted = 0;

  private constructor(
    private readonly blobs: BlobStore,
    private readonly job: string,
    { parts, bytes }: StoredErrors,
    private readonly language: Language,
    private readonly limit: number,
  ) {
    this.parts = parts;
    this.bytes = bytes;
  }

  /** Keeps what an earlier run that is being resumed has stored, and removes later parts. */
  static async open(blobs: BlobStore, job: string, stored: StoredErrors, language: Language, limit = LIMIT) {
    const file = new ErrorFile(blobs, job, stored, language, limit);
    const kept = new Set(file.names());
    for (const name of await blobs.list(partsOf(job))) if (!kept.has(name)) await blobs.delete(name);
    return file;
  }

  add(problem: Problem) {
    const row = { ...problem, reason: problem.reason[this.language] };
    const line = lineOf(COLUMNS.map((column) => String(row[column])));
    const bytes = Buffer.byteLength(line);
    if (this.unlisted > 0 || this.bytes + bytes > this.limit) {
      this.unlisted += 1;
      return;
    }
    this.bytes += bytes;
    this.buffer += line;
  }

  /** Whether it should be flushed, because memory must not grow with the number of problems. */
  get isFull() {
    return this.buffer.length > BUFFER;
  }

  /** Stores what was added. */
  async flush(): Promise<StoredErrors> {
    if (this.buffer !== '') {
      const text = this.buffer;
      this.buffer = '';
      await this.blobs.put(errorPartOf(this.job, this.parts + 1), textOf(text), this.limit);
      this.parts += 1;
    }
    return { parts: this.parts, bytes: this.bytes };
  }

  /** Joins the parts, which are kept so that an unfinished import can be resumed. */
  async join() {
    await this.flush();
    const names = this.names();
    if (names.length === 0) await this.blobs.delete(errorFileOf(this.job));
    else await this.blobs.put(errorFileOf(this.job), this.joined(names), this.limit + HEADER.length * 2);
  }

  /** Called when no journal counts the parts any more. */
  async dropParts() {
    for (const name of this.names()) await this.blobs.delete(name);
  }

  private names(): readonly string[] {
    return Array.from({ length: this.parts }, (_, index) => errorPartOf(this.job, index + 1));
  }

  private async *joined(names: readonly string[]): BlobContent {
    yield Buffer.from(HEADER);
    for (const name of names) yield* (await this.blobs.get(name)) ?? textOf('');
  }
}

async function* textOf(text: string): BlobContent {
  if (text !== '') yield Buffer.from(text);
}
