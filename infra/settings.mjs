// Writes the table of settings into the README, from the settings themselves.
import { SETTINGS } from '@annals/configuration';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const file = `${import.meta.dirname}/../README.md`;
const cell = (text) => (text === undefined ? '' : `\`${text}\``);
const rows = SETTINGS.map(({ name, fallback, meaning }) => `| \`${name}\` | ${cell(fallback)} | ${meaning} |`);
const table = ['| variable | if not set | meaning |', '|---|---|---|', ...rows].join('\n');

const readme = readFileSync(file, 'utf8');
const text = readme.replace(/(\n## Settings\n\n[^|]*?\n\n)(\|[^\n]*\n)*/, (_, head) => `${head}${table}\n`);
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
