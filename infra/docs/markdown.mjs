/** A heading with paragraphs. */
export const section = (level, title, ...paragraphs) => [`${'#'.repeat(level)} ${title}`, ...paragraphs].join('\n\n');

/** A table of texts; special characters are escaped. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Texts as code, separated by commas; empty if there are none. */
export const code = (...texts) => texts.map((text) => `\`${text}\``).join(', ');
