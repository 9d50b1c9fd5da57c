import { rowProblems } from './import.problems.js';
import type { Words } from '@annals/event-sourcing';
import { lineEnd, linesIn, parseCells, type Attempt, type Separators } from './cells.js';

/** One record of a CSV text, possibly malformed. `line` counts from 1; `text` is the unchanged text. */
export type TextRecord = {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
  readonly problem?: Words;
  /** It had fewer cells than the file has columns, or blank ones behind them. */
  readonly uneven?: boolean;
};

/** What tells Excel how to open a file, before the header. */
const SEPARATOR_LINE = /^"?sep=.?"?\s*$/i;

/** A longer record has an unclosed quote, or the file is not CSV. */
const LIMIT = 1 << 20; // characters

/**
 * Splits text that arrives in pieces into records (RFC 4180; lines end with LF, CRLF or CR; lines without a value are
 * ignored). A malformed quote affects only its own line: reading continues with the next one, whereas a parser that trusts the quote
 * would consume the following rows.
 */
export class Records {
  private rest = '';
  private line = 1;

  /** `width` is the number of columns; by default that of the first record. */
  constructor(
    private readonly separators: Separators,
    private width?: number,
  ) {}

  push(text: string): TextRecord[] {
    return this.read(this.rest + text, false);
  }

  end(): TextRecord[] {
    return this.read(this.rest, true);
  }

  private read(text: string, final: boolean): TextRecord[] {
    const records: TextRecord[] = [];
    let start = 0;
    while (start < text.length) {
      const attempt = this.attempt(text, start, final);
      if (!attempt) break;
      const { end, ...found } = attempt;
      const record = { line: this.line, text: text.slice(start, end).replace(/[\r\n]+$/, ''), ...found };
      if (found.problem !== undefined || !isBlank(attempt)) records.push(record);
      this.line += linesIn(text, start, end);
      start = end;
    }
    this.rest = text.slice(start);
    return records;
  }

  private attempt(text: string, start: number, final: boolean): Attempt | undefined {
    const parsed = parseCells(text, start, this.separators, final);
    if (!parsed) return this.unfinished(text, start, final);
    if (parsed.problem !== undefined) return this.firstLine(text, start, parsed.problem, final);
    if (isBlank(parsed)) return parsed;
    if (this.line === 1 && SEPARATOR_LINE.test(text.slice(start, parsed.end))) return { ...parsed, cells: [] };
    this.width ??= parsed.cells.length;
    return parsed.cells.length === this.width ? parsed : this.ragged(text, start, parsed, final);
  }

  private unfinished(text: string, start: number, final: boolean) {
    return final || text.length - start > LIMIT ? this.firstLine(text, start, rowProblems.unclosed, final) : undefined;
  }

  /** Cells that the row lacks may be blank, unless a quote may have swallowed lines; so may those behind the last column. */
  private ragged(text: string, start: number, parsed: Attempt, final: boolean) {
    const { cells, end } = parsed;
    const width = this.width!;
    const isOneLine = linesIn(text, start, end) === 1;
    const isUneven = cells.length < width ? isOneLine : cells.slice(width).every((cell) => cell.trim() === '');
    if (isUneven) return { ...parsed, cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''), uneven: true };
    if (!isOneLine) return this.firstLine(text, start, rowProblems.unclosed, final);
    return { ...parsed, problem: rowProblems.width(cells.length, width) };
  }

  private firstLine(text: string, start: number, problem: Words, final: boolean): Attempt | undefined {
    const end = lineEnd(text, start);
    // A CR at the very end may be half of CRLF.
    if (final || end < text.length || text.endsWith('\n')) return { cells: [], end, problem };
    if (text.length - start <= LIMIT) return undefined;
    throw new Error(`Line ${this.line} is longer than ${LIMIT} characters: is this a CSV file?`);
  }
}

const isBlank = ({ cells }: Attempt) => cells.every((cell) => cell.trim() === '');
