import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stage.js';
import { commandTests } from './commands.js';
import { openDesk } from './desk.js';
import { eventTests } from './events.js';
import { lawTests } from './laws.js';
import { listTests } from './list.js';
import { addTemplate } from './scratch.js';
import { writtenTests } from './written.js';

const scratch = addTemplate();
const desk = openDesk(scratch.composition);
afterAll(() => rmSync(scratch.folder, { recursive: true }));

it('is as many files as CONTRIBUTING says, and one edit', () => {
  const { added, edited } = scratch;
  const [row] = /^\| a slice.*$/m.exec(readFileSync(join(root, '.github/CONTRIBUTING.md'), 'utf8')) ?? [];
  expect(edited).toEqual(['libs/composition/src/slices.ts']);
  expect(added.length).toBeLessThanOrEqual(16);
  expect(row).toMatch(new RegExp(`\\| ${added.length} +\\| ${edited.length} +\\|`));
});

commandTests(desk);
eventTests(scratch, desk);
listTests(desk);
writtenTests(scratch, desk);
lawTests(scratch);
