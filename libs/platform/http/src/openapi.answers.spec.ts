import { execFileSync } from 'node:child_process';

const root = `${import.meta.dirname}/../../../..`;

it('describes answers as the types are now', () => {
  expect(() =>
    execFileSync(process.execPath, ['infra/schemas.mjs', '--check'], { cwd: root, stdio: 'pipe' }),
  ).not.toThrow();
});
