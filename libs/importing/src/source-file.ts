import { rowProblems } from './import.problems.js';
import { decoderOf, encodingOf, LONGEST_MARK, markedEncoding } from './encoding.js';
import { unguarded } from './guarded.js';
import { MappingError } from './mapping-error.js';
import type { FileSpec } from './mapping.js';
import { Records, type TextRecord } from './records.js';
import { headOf, type Source } from './source.js';

/** A record below the header. `row` counts from 1, including malformed ones; `bytes` is the number of bytes read so far. */
export type SourceRow = TextRecord & { readonly row: number; readonly bytes: number };

type Encoded = { readonly source: Source; readonly encoding: string };

const UNDECODABLE = '\uFFFD';

/** A CSV file as described by a mapping. */
export class SourceFile {
  private constructor(
    readonly name: string,
    readonly spec: FileSpec,
    /** The names of the columns, in order. */
    readonly columns: readonly string[],
    private readonly encoded: Encoded,
  ) {}

  /** In bytes. */
  get size() {
    return this.encoded.source.size;
  }

  /** Reads the header. Throws `MappingError` if there is none or the encoding is not known. */
  static async open(name: string, source: Source, spec: FileSpec): Promise<SourceFile> {
    const encoding = markedEncoding(await headOf(source, LONGEST_MARK)) ?? (await encodingOf(spec.encoding));
    if (encoding === undefined) throw new MappingError([`files.${name}.encoding: "${spec.encoding}" is not known`]);
    const file = (columns: readonly string[]) => new SourceFile(name, spec, columns, { source, encoding });
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
        throw new MappingError([`${this.encoded.source.name}: the header has ${header.problem.en}`]);
      if (header) return header.cells.map((cell) => unguarded(cell.trim()));
    }
    throw new MappingError([`${this.encoded.source.name}: the file has no header`]);
  }

  private async *pieces() {
    const { source, encoding } = this.encoded;
    const decoder = await decoderOf(encoding);
    for await (const chunk of source.read()) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      yield { text: decoder.write(bytes), bytes: bytes.length, last: false };
    }
    yield { text: decoder.end() ?? '', bytes: 0, last: false };
    yield { text: '', bytes: 0, last: true };
  }

  private checked(record: TextRecord): TextRecord {
    if (record.problem !== undefined) return record;
    const readable = record.text.isWellFormed() && !record.text.includes(UNDECODABLE);
    if (readable) return { ...record, cells: record.cells.map(unguarded) };
    return { ...record, problem: rowProblems.encoding(this.encoded.encoding) };
  }
}
