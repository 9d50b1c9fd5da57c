import { rowProblems } from './import.problems.js';
import type { Words } from '@annals/event-sourcing';
import { lineEnd, linesIn, parseCells, type Attempt, type Separators } from './cells.js';

/** One record of a CSV text, possibly malformed. `line` counts from 1; `text` is the unchanged text. */
export type TextRecord = {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
  readonly problem?: Words;
};

/** A longer record has an unclosed quote, or the file is not CSV. */
const LIMIT = 1 << 20; // characters

/**
 * Splits text that arrives in pieces into records (RFC 4180; lines end with LF, CRLF or CR; empty lines are ignored). A
 * malformed quote affects only its own line: reading continues with the next one, whereas a parser that trusts the quote
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
      const { cells, end, problem } = attempt;
      const record = { line: this.line, text: text.slice(start, end).replace(/[\r\n]+$/, ''), cells };
      if (record.text.trim() !== '') records.push(problem === undefined ? record : { ...record, problem });
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
    this.width ??= parsed.cells.length;
    return parsed.cells.length === this.width ? parsed : this.ragged(text, start, parsed, final);
  }

  private unfinished(text: string, start: number, final: boolean) {
    return final || text.length - start > LIMIT ? this.firstLine(text, start, rowProblems.unclosed, final) : undefined;
  }

  private ragged(text: string, start: number, parsed: Attempt, final: boolean) {
    if (linesIn(text, start, parsed.end) > 1) return this.firstLine(text, start, rowProblems.unclosed, final);
    return { ...parsed, problem: rowProblems.width(parsed.cells.length, this.width!) };
  }

  private firstLine(text: string, start: number, problem: Words, final: boolean): Attempt | undefined {
    const end = lineEnd(text, start);
    // A CR at the very end may be half of CRLF.
    if (final || end < text.length || text.endsWith('\n')) return { cells: [], end, problem };
    if (text.length - start <= LIMIT) return undefined;
    throw new Error(`Line ${this.line} is longer than ${LIMIT} characters: is this a CSV file?`);
  }
}

const isBlank = ({ cells }: Attempt) => cells.length === 1 && cells[0]!.trim() === '';
