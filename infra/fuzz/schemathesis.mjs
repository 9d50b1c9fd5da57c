import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../bench/processes.mjs';

const VERSION = '4.32.5';
const home = join(ROOT, 'node_modules/.cache', `schemathesis-${VERSION}`);
const program = join(home, process.platform === 'win32' ? 'Scripts/st.exe' : 'bin/st');
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];

// In a folder of its own, because it keeps notes where it runs.
const run = (command, args, stdio = 'inherit') => {
  const options = { stdio, cwd: home, encoding: 'utf8', maxBuffer: 1 << 28 };
  const { status, error, stdout } = spawnSync(command, args, options);
  if (error) throw new Error(`Fuzzing needs Python 3 with venv and pip: ${error.message}`);
  return { status, printed: stdout ?? '' };
};

const install = () => {
  if (existsSync(program)) return;
  mkdirSync(home, { recursive: true });
  run('python3', ['-m', 'venv', home]);
  const { status } = run(join(home, 'bin/python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`]);
  if (status !== 0) throw new Error('Schemathesis could not be installed.');
};

/** Property-based requests made from the OpenAPI document; the answers have to be what it says. */
export const schemathesis = (server, { seconds, seed }) => {
  install();
  const { printed, status } = run(
    program,
    [
      ...['run', `${server.url}/openapi.json`, '--header', `Authorization: Bearer ${server.token}`],
      ...['--phases', 'examples,coverage,fuzzing', '--checks', checks.join(','), '--warnings', 'off'],
      ...['--max-time', seconds, '--seed', seed, '--request-timeout', '10', '--continue-on-failure', '--no-color'],
      ...['--exclude-path-regex', '^/v1/session'], // or it would change its own password
    ],
    ['ignore', 'pipe', 'inherit'],
  );
  const passed = Number(/generated, (\d+) passed/.exec(printed)?.[1] ?? 0);
  const failed = Number(/(\d+) failed/.exec(printed)?.[1] ?? (status === 0 ? 0 : 1));
  if (failed > 0 || passed === 0) console.log(printed);
  return { passed, failed: passed === 0 ? Math.max(failed, 1) : failed };
};
