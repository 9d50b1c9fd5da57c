import { rowProblems } from './import.problems.js';
import type { Words } from '@annals/event-sourcing';
export type Separators = { readonly delimiter: string; readonly quote: string | null };

/** `end` is the start of the next record; `undefined` instead of an attempt means that more text is needed. */
export type Attempt = {
  readonly cells: readonly string[];
  readonly end: number;
  readonly problem?: Words;
  readonly uneven?: boolean;
};

type Cell = { readonly value: string; readonly end: number; readonly problem?: Words };

/** The cells of the record at `start`; `final` means that no more text follows. */
export const parseCells = (
  text: string,
  start: number,
  separators: Separators,
  final: boolean,
): Attempt | undefined => {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = parseCell(text, at, separators);
    // The last character may be half of a doubled quote or of CRLF.
    if (!cell || (!final && cell.end + 1 >= text.length)) return undefined;
    if (cell.problem !== undefined) return { cells, end: at, problem: cell.problem };
    cells.push(cell.value);
    at = cell.end;
    if (text[at] !== separators.delimiter) return { cells, end: lineEnd(text, at) };
    at += 1;
  }
};

const parseCell = (text: string, at: number, { delimiter, quote }: Separators): Cell | undefined => {
  if (quote === null || text[at] !== quote) return plain(text, at, delimiter, quote);
  const cell = quoted(text, at, quote);
  const next = cell && text[cell.end];
  return next === undefined || next === delimiter || next === '\n' || next === '\r'
    ? cell
    : { ...cell!, problem: rowProblems.afterQuote };
};

const plain = (text: string, start: number, delimiter: string, quote: string | null): Cell => {
  let end = start;
  for (; end < text.length; end += 1) {
    const character = text[end];
    if (character === delimiter || character === '\n' || character === '\r') break;
    if (character === quote) return { value: '', end, problem: rowProblems.quoteInside };
  }
  return { value: text.slice(start, end), end };
};

const quoted = (text: string, start: number, quote: string): Cell | undefined => {
  let value = '';
  let from = start + 1;
  for (;;) {
    const close = text.indexOf(quote, from);
    if (close < 0) return undefined;
    value += text.slice(from, close);
    if (text[close + 1] !== quote) return { value, end: close + 1 };
    value += quote;
    from = close + 2;
  }
};

/** The start of the next line; the end of the text if there is none. */
export const lineEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\n') return at + 1;
    if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1;
  }
  return text.length;
};

/** The number of line starts in a part of a text. */
export const linesIn = (text: string, start: number, end: number): number => {
  let lines = 0;
  for (let at = start; at < end; at = lineEnd(text, at)) lines += 1;
  return lines;
};
