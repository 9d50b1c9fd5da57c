import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../bench/processes.mjs';

const VERSION = '4.32.5';
const home = join(ROOT, 'node_modules/.cache', `schemathesis-${VERSION}`);
const binary = (name) => join(home, process.platform === 'win32' ? `Scripts/${name}.exe` : `bin/${name}`);
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
];

// 412 is included, because formats such as e-mail addresses are checked less strictly than by schemas; 431, because a query that
// is too long is refused before it is read.
const REFUSALS = [400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429, 431].join(', ');

// A bulk request is answered with 200 and an outcome for each command, a problem for one that is not valid.
const BULK = 'POST /v1/commands';

// In a separate folder, because it writes files into its working directory.
const run = (command, args, stdio = 'inherit') => {
  const options = { stdio, cwd: home, encoding: 'utf8', maxBuffer: 1 << 28 };
  const { status, error, stdout } = spawnSync(command, args, options);
  if (error) throw new Error(`Fuzzing needs Python 3 with venv and pip: ${error.message}`);
  return { status, printed: stdout ?? '' };
};

const install = () => {
  if (existsSync(binary('st'))) return;
  mkdirSync(home, { recursive: true });
  run('python3', ['-m', 'venv', home]);
  const { status } = run(binary('python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`]);
  if (status !== 0) throw new Error('Schemathesis could not be installed.');
};

/** Makes most ids in paths those of existing records. */
const configured = (ids) => {
  const lines = Object.entries(ids).map(([name, id]) => `"path.${name}" = ${JSON.stringify(id)}`);
  const text = [
    ...['[parameters]', ...lines, ''],
    ...['[checks]', `negative_data_rejection.expected-statuses = [${REFUSALS}]`, ''],
    ...['[[operations]]', `include-name = "${BULK}"`],
    `checks.negative_data_rejection.expected-statuses = [200, ${REFUSALS}]`,
  ];
  writeFileSync(join(home, 'schemathesis.toml'), `${text.join('\n')}\n`);
};

// Its requests at the limits of each field are only those in order: `odd-requests.mjs` has the others, of every field.
const PARTS = [
  ['--phases', 'examples,fuzzing', '--mode', 'all'],
  ['--phases', 'coverage', '--mode', 'positive'],
];

/**
 * Property-based requests derived from the OpenAPI document; responses must conform to it. `examples` is the maximum number
 * of random requests per route, besides those that its schema suggests.
 */
export const schemathesis = (server, { ids, examples, seed }) => {
  install();
  configured(ids);
  const counts = PARTS.map((part) => sent(server, [...part, '--max-examples', examples, '--seed', seed]));
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  return { passed: sum('passed'), failed: sum('failed') };
};

const sent = (server, options) => {
  const report = join(home, 'report.json');
  const { printed, status } = run(
    binary('st'),
    [
      ...['run', `${server.url}/openapi.json`, '--header', `Authorization: Bearer ${server.token}`],
      ...[...options, '--checks', checks.join(','), '--warnings', 'off'],
      ...['--generation-database', 'none', '--no-shrink'],
      ...['--request-timeout', '10', '--continue-on-failure', '--suppress-health-check', 'all', '--no-color'],
      ...['--report', 'json', '--report-json-path', report],
    ],
    ['ignore', 'pipe', 'inherit'],
  );
  if (status !== 0) console.log(printed);
  const { generated, with_failures, errored } = JSON.parse(readFileSync(report, 'utf8')).test_cases;
  const failed = with_failures + errored;
  return { passed: generated - failed, failed: status === 0 ? failed : Math.max(failed, 1) };
};
