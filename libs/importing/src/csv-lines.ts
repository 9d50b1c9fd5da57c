import { guarded } from './guarded.js';

const MARK = '\uFEFF'; // without it, spreadsheets do not read UTF-8

/** The first line of a CSV file that a spreadsheet can open. */
export const headerOf = (columns: readonly string[]): string => `${MARK}${columns.join()}\r\n`;

/** A line of it; a cell that a spreadsheet would run has an apostrophe before it. */
export const lineOf = (cells: readonly string[]): string => `${cells.map((cell) => quoted(guarded(cell))).join()}\r\n`;

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
