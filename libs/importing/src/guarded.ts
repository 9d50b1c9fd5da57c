// A spreadsheet takes a cell that begins with one of them for a formula; full-width forms, too.
const FORMULA = '[=+\\-@\\t\\r\\n＝＋－＠]';

const runs = new RegExp(`^ *${FORMULA}`);
const isGuarded = new RegExp(`^' *${FORMULA}`);

/** A cell with an apostrophe before it, if a spreadsheet could run it; reading takes it away again. */
export const guarded = (cell: string): string => (runs.test(cell) ? `'${cell}` : cell);

/** What a cell says that may be guarded against spreadsheets, by Annals or by another program. */
export const unguarded = (cell: string): string =>
  cell.charCodeAt(0) === 0x27 && isGuarded.test(cell) ? cell.slice(1) : cell;
