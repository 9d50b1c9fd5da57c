import { execFileSync } from 'node:child_process';
import { root } from './stage.js';

it('describes answers and stored events like the current types', () => {
  expect(() =>
    execFileSync(process.execPath, ['infra/schemas.mjs', '--check'], { cwd: root, stdio: 'pipe' }),
  ).not.toThrow();
});
