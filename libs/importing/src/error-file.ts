import type { Language } from '@annals/event-sourcing';
import { closeSync, fsyncSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { guarded } from './guarded.js';
import type { Problem } from './problem.js';

const COLUMNS = ['file', 'row', 'line', 'severity', 'column', 'code', 'reason', 'original'] as const;
const BUFFER = 1 << 16; // characters
const LIMIT = 50_000_000; // bytes; the rows of a large import, or what is left of a broken file
const MARK = '\uFEFF'; // without it, spreadsheets do not read UTF-8

/**
 * Rows that could not be imported, and warnings, as CSV that a spreadsheet can open: a cell that it would run has an
 * apostrophe before it, which the importer takes away again. `original` is the row. Without problems no file is created.
 */
export class ErrorFile {
  private buffer = '';
  private bytes: number;
  /** Problems that it has no room for. */
  unlisted = 0;
  private handle: number | undefined;

  /** Keeps the first `keep` bytes of an earlier run that is being resumed. */
  constructor(
    private readonly path: string | undefined,
    keep: number,
    private readonly language: Language,
    private readonly limit = LIMIT,
  ) {
    this.bytes = keep;
    if (path === undefined) return;
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (keep === 0) rmSync(path, { force: true });
    else if (size > keep) truncateSync(path, keep);
  }

  add(problem: Problem) {
    const row = { ...problem, reason: problem.reason[this.language] };
    const line = `${COLUMNS.map((column) => quoted(guarded(String(row[column])))).join(',')}\r\n`;
    const bytes = Buffer.byteLength(line);
    if (this.unlisted > 0 || this.bytes + bytes > this.limit) {
      this.unlisted += 1;
      return;
    }
    this.bytes += bytes;
    this.buffer += line;
    if (this.buffer.length > BUFFER) this.write();
  }

  /** Flushes to disk and returns the size in bytes. */
  flush(): number {
    this.write();
    if (this.handle !== undefined) fsyncSync(this.handle);
    return this.path === undefined ? 0 : (statSync(this.path, { throwIfNoEntry: false })?.size ?? 0);
  }

  close() {
    this.flush();
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
  }

  private write() {
    if (this.buffer === '' || this.path === undefined) return;
    this.handle ??= openSync(this.path, 'a');
    const header = statSync(this.path).size === 0 ? `${MARK}${COLUMNS.join(',')}\r\n` : '';
    writeSync(this.handle, header + this.buffer);
    this.buffer = '';
  }
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
