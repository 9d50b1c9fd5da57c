/** Lines of a table for a terminal, with the first row as its head: numbers to the right, the first and the sixth column to the left. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row) =>
    row
      .map((cell, column) => pad(cell, column, rows))
      .join('   ')
      .trimEnd(),
  );

const pad = (cell: string, column: number, rows: readonly (readonly string[])[]) => {
  const width = Math.max(...rows.map((row) => row[column]!.length));
  return column === 0 || column === 5 ? cell.padEnd(width) : cell.padStart(width);
};
