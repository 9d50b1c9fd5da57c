const verdict = ({ met }, value) => (met === undefined ? '' : met(value) ? 'pass' : 'MISS');

/** Lines of cells with aligned columns. */
export const aligned = (lines) => {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('   ')
      .trimEnd(),
  );
};

export const print = (rows) => {
  const lines = rows.map(({ what, budget, value, name }) => [
    ...[verdict(budget, value), name, what, budget.text, budget.show(value)],
  ]);
  console.log(`\n${aligned([['', 'name', 'what', 'budget', 'measured'], ...lines]).join('\n')}\n`);
  for (const { name, notes } of rows) console.log(`${name}: ${notes.join('\n'.padEnd(name.length + 3))}`);
};
