/** A heading with the text below it. */
export const section = (level, title, ...paragraphs) => [`${'#'.repeat(level)} ${title}`, ...paragraphs].join('\n\n');

/** A table of texts; what a cell must not hold is escaped. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Several between commas; nothing for none. */
export const code = (...texts) => texts.map((text) => `\`${text}\``).join(', ');
