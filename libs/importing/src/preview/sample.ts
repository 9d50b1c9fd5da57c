import { MappingError } from '../mapping-error.js';
import { decoderOf, encodingOf } from '../encoding.js';
import { unguarded } from '../guarded.js';
import { fileSchema, type FileSpec } from '../mapping.js';
import { Records } from '../records.js';
import { headOf, type Source } from '../source.js';
import { detectedDates } from './detected-dates.js';
import { detectedEncoding } from './detected-encoding.js';
import { detectedNumbers } from './detected-numbers.js';

const HEAD = 1 << 18; // bytes
const MOST_ROWS = 200;
/** Columns of a file that is previewed. */
export const MOST_COLUMNS = 500;

/** What is said of a file beforehand. */
export type GivenFormat = {
  readonly [K in 'encoding' | 'delimiter' | 'decimal' | 'thousands' | 'dates']?: FileSpec[K] | undefined;
};

/** The beginning of a file. */
export type Sample = {
  /** How it is written. */
  readonly format: FileSpec;
  readonly columns: readonly string[];
  /** The first rows, each with a cell for every column. */
  readonly rows: readonly (readonly string[])[];
};

/** The beginning of a file and how it is written, as far as that is not given. Throws `MappingError` for what is no table. */
export const sampleOf = async (source: Source, given: GivenFormat = {}): Promise<Sample> => {
  const head = await headOf(source, HEAD);
  const encoding = given.encoding ?? (await detectedEncoding(head));
  const text = await textOf(head, encoding, head.length === source.size);
  const delimiter = given.delimiter ?? detectedDelimiter(text);
  const [columns = [], ...rows] = cellsIn(text, delimiter, head.length === source.size);
  refuse(columns);
  const cells = columns.map((_, at) => cellsOf(rows, at));
  const dates = detectedDates(cells);
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const written = { ...detectedNumbers(cells), ...(dates.length > 0 && { dates }), ...said };
  return { format: formatOf({ ...written, encoding, delimiter }), columns, rows };
};

/** What stands in a column, blank cells left out. */
export const cellsOf = (rows: Sample['rows'], at: number): readonly string[] =>
  rows.map((row) => row[at]!.trim()).filter((cell) => cell !== '');

const formatOf = (format: object): FileSpec => {
  const { data, error } = fileSchema.safeParse(format);
  if (error) throw new MappingError(error.issues.map(({ path, message }) => `format.${path.join('.')}: ${message}`));
  return data;
};

const refuse = (columns: readonly string[]) => {
  if (columns.every((name) => name === '')) throw new MappingError(['file: it has no header with names of columns']);
  if (columns.length > MOST_COLUMNS) throw new MappingError([`file: it has more than ${MOST_COLUMNS} columns`]);
};

const textOf = async (head: Buffer, label: string, isWhole: boolean): Promise<string> => {
  const encoding = await encodingOf(label);
  if (encoding === undefined) throw new MappingError([`format.encoding: "${label}" is not known`]);
  const decoder = await decoderOf(encoding);
  const text = decoder.write(head) + ((isWhole && decoder.end()) || '');
  if (text.includes('\0')) throw new MappingError(['file: it is not text, such as CSV']);
  return text;
};

const DELIMITERS = [',', ';', '\t', '|'];

/** The one by which most rows have as many cells as the header, and the more of them the better. */
const detectedDelimiter = (text: string): string => {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }));
  return scored.toSorted((one, other) => other.score - one.score)[0]!.delimiter;
};

const scoreOf = (text: string, delimiter: string) => {
  const reader = new Records({ delimiter, quote: '"' });
  const records = [...reader.push(text), ...reader.end()].slice(0, MOST_ROWS);
  const fine = records.filter(({ problem }) => problem === undefined).length;
  return records.length === 0 ? 0 : ((records[0]!.cells.length - 1) * fine) / records.length;
};

/** The header and the rows that can be read. */
const cellsIn = (text: string, delimiter: string, isWhole: boolean): readonly (readonly string[])[] => {
  const reader = new Records({ delimiter, quote: '"' });
  const records = [...reader.push(text), ...(isWhole ? reader.end() : [])];
  const [header, ...rows] = records;
  const fine = rows.filter(({ problem }) => problem === undefined).slice(0, MOST_ROWS);
  return [header?.cells.map((cell) => cell.trim()) ?? [], ...fine.map(({ cells }) => cells)].map((cells) =>
    cells.map(unguarded),
  );
};
