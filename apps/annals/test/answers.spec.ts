import { execFileSync } from 'node:child_process';
import { root } from './stage.js';

it('describes answers as the types are now', () => {
  expect(() =>
    execFileSync(process.execPath, ['infra/schemas.mjs', '--check'], { cwd: root, stdio: 'pipe' }),
  ).not.toThrow();
});
