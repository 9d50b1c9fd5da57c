import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stage.js';

const table = readFileSync(join(root, '.github/docs/asvs.md'), 'utf8');
const held = [...table.matchAll(/`([^`]+\.ts)`: “([^”]+)”/g)].map(([, file, title]) => ({
  file: file!,
  title: title!,
}));
const rows = table.split('\n').filter((line) => /^\| \d/.test(line));

it('names only tests that exist, by their titles', () => {
  expect(held.length).toBeGreaterThan(150);
  const isThere = ({ file, title }: (typeof held)[number]) =>
    existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8').includes(title);
  expect(held.filter((each) => !isThere(each))).toEqual([]);
});

it('says of each requirement once how it is met, why not yet, or why it does not apply', () => {
  const numbers = rows.flatMap((row) => row.split('|')[1]!.match(/\d+\.\d+\.\d+/g) ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.length).toBe(253); // of levels 1 and 2 in ASVS 5.0.0
  const cells = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  expect(cells.filter((row) => row.at(row.length === 4 ? 2 : 1) === '')).toEqual([]);
});
