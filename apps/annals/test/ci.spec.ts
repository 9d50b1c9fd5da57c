import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted, failuresIn, stepCounted } from '../../../infra/ci.count.mjs';
import { root } from './stage.js';

describe('a check counts', () => {
  const jest = (counts: object) => JSON.stringify({ numPassedTests: 5, numFailedTests: 0, ...counts });

  it.each([
    ['each test', 0, jest({}), { passed: 5, failed: 0 }],
    ['each failed test', 1, jest({ numFailedTests: 2 }), { passed: 5, failed: 2 }],
    ['a file that could not run', 1, jest({ numRuntimeErrorTestSuites: 1 }), { passed: 5, failed: 1 }],
    ['a skipped test as failed', 0, jest({ numPendingTests: 1, numTodoTests: 1 }), { passed: 5, failed: 2 }],
    ['too few branches as one that failed', 1, jest({}), { passed: 5, failed: 1 }],
    ['a suite without a result as one that failed', 0, '', { passed: 0, failed: 1 }],
    ['an interrupted suite as one that failed', 137, '{"numPassed', { passed: 0, failed: 1 }],
    ['a suite without tests as one that failed', 0, '{}', { passed: 0, failed: 1 }],
  ])('is %s', (_, status, written, count) => expect(counted(status, written)).toMatchObject(count));

  it('each step as one test', () => {
    expect([0, 1, 137].map(stepCounted)).toEqual([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
      { passed: 0, failed: 1 },
    ]);
  });
});

it('names what failed by file and title', () => {
  const of = (name: string, message: string, ...assertionResults: object[]) => ({ name, message, assertionResults });
  const testResults = [
    of('/annals/libs/a.spec.ts', 'two', { status: 'passed', fullName: 'one' }, { status: 'failed', fullName: 'two' }),
    of('/annals/libs/b.spec.ts', '\nCannot find module\nat x'),
    of('/annals/libs/c.spec.ts', '', { status: 'passed', fullName: 'three' }),
  ];
  expect(failuresIn(JSON.stringify({ testResults }))).toEqual(['a.spec.ts: two', 'b.spec.ts: Cannot find module']);
  expect(['', '{}'].map(failuresIn)).toEqual([[], []]);
});

describe('the tools of a machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-tools-'));
  const put = (name: string, script: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  const tools = () =>
    spawnSync('/bin/bash', [`${root}/.ci/tools`], {
      env: { PATH: folder, ASKED: join(folder, 'asked') },
      encoding: 'utf8',
    });
  beforeAll(() => symlinkSync('/bin/sh', join(folder, 'sh')));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are named if they cannot be installed', () => {
    put('id', 'echo 1000');
    expect(tools()).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /^Missing: default-jdk-headless maven chromium fontconfig fonts-wqy-microhei python3-venv /,
      ) as string,
    });
  });

  it('are installed only if they are missing', () => {
    put('id', 'echo 0');
    put('apt-get', 'echo "$@" >> "$ASKED"');
    put('mvn', 'exit 0');
    put('python3', 'exit 0');
    expect(tools()).toMatchObject({
      status: 0,
      stdout: 'Installing default-jdk-headless chromium fontconfig fonts-wqy-microhei\n',
    });
    const [, install] = readFileSync(join(folder, 'asked'), 'utf8').split('\n');
    expect(install).toMatch(/^install .* default-jdk-headless chromium fontconfig fonts-wqy-microhei$/);

    rmSync(join(folder, 'asked'));
    for (const name of ['java', 'javac', 'chromium']) put(name, 'exit 0');
    put('fc-list', 'echo a font');
    expect([tools().status, existsSync(join(folder, 'asked'))]).toEqual([0, false]);
  });
});
