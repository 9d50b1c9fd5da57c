import { rowProblems } from './import.problems.js';
import { decoderOf, encodingOf } from './encoding.js';
import { unguarded } from './guarded.js';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { MappingError } from './mapping-error.js';
import type { FileSpec } from './mapping.js';
import { Records, type TextRecord } from './records.js';

/** A record below the header. `row` counts from 1, including malformed ones; `bytes` is the number of bytes read so far. */
export type SourceRow = TextRecord & { readonly row: number; readonly bytes: number };

type Disk = { readonly path: string; readonly size: number; readonly encoding: string };

const UNDECODABLE = '\uFFFD';
const CHUNK = 1 << 16; // bytes

/** A CSV file as described by a mapping. */
export class SourceFile {
  private constructor(
    readonly name: string,
    readonly spec: FileSpec,
    /** The names of the columns, in order. */
    readonly columns: readonly string[],
    private readonly disk: Disk,
  ) {}

  /** In bytes. */
  get size() {
    return this.disk.size;
  }

  /** Reads the header. Throws `MappingError` if there is none or the encoding is not known. */
  static async open(name: string, path: string, spec: FileSpec): Promise<SourceFile> {
    const encoding = (await byteOrderMark(path)) ?? (await encodingOf(spec.encoding));
    if (encoding === undefined) throw new MappingError([`files.${name}.encoding: "${spec.encoding}" is not known`]);
    const { size } = await stat(path);
    const file = (columns: readonly string[]) => new SourceFile(name, spec, columns, { path, size, encoding });
    return file(spec.header === true ? await file([]).readHeader() : spec.header);
  }

  /** The rows, read piece by piece, so that memory does not grow with the length of the file. */
  async *rows(): AsyncGenerator<readonly SourceRow[]> {
    const headed = this.spec.header === true;
    const records = new Records(this.spec, headed ? undefined : this.columns.length);
    let [read, row] = [0, headed ? -1 : 0];
    for await (const { text, bytes, last } of this.pieces()) {
      const found = last ? records.end() : records.push(text);
      const rows = found.map((record, index) => {
        row += 1;
        return { ...this.checked(record), row, bytes: read + Math.round((bytes * (index + 1)) / found.length) };
      });
      read += bytes;
      const body = rows[0]?.row === 0 ? rows.slice(1) : rows;
      if (body.length > 0) yield body;
    }
  }

  private async readHeader(): Promise<readonly string[]> {
    const records = new Records(this.spec);
    for await (const { text, last } of this.pieces()) {
      const [header] = last ? records.end() : records.push(text);
      if (header?.problem !== undefined)
        throw new MappingError([`${this.disk.path}: the header has ${header.problem.en}`]);
      if (header) return header.cells.map((cell) => unguarded(cell.trim()));
    }
    throw new MappingError([`${this.disk.path}: the file has no header`]);
  }

  private async *pieces() {
    const decoder = await decoderOf(this.disk.encoding);
    for await (const chunk of createReadStream(this.disk.path, { highWaterMark: CHUNK })) {
      const bytes = chunk as Buffer;
      yield { text: decoder.write(bytes), bytes: bytes.length, last: false };
    }
    yield { text: decoder.end() ?? '', bytes: 0, last: false };
    yield { text: '', bytes: 0, last: true };
  }

  private checked(record: TextRecord): TextRecord {
    if (record.problem !== undefined) return record;
    const readable = record.text.isWellFormed() && !record.text.includes(UNDECODABLE);
    if (readable) return { ...record, cells: record.cells.map(unguarded) };
    return { ...record, problem: rowProblems.encoding(this.disk.encoding) };
  }
}

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const byteOrderMark = async (path: string): Promise<string | undefined> => {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0);
    return MARKS.find(([, mark]) => mark.every((byte, index) => buffer[index] === byte))?.[0];
  } finally {
    await file.close();
  }
};
