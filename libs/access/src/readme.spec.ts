import { readFileSync } from 'node:fs';
import { printed } from '../test/table.js';

/** Without the spaces that align columns. */
const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

it('prints the tables that decide', () => {
  const readme = readFileSync(`${import.meta.dirname}/../README.md`, 'utf8');
  expect(plain(readme)).toContain(plain(printed()));
});
