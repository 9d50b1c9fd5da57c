import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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
const run = async (command, args) => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: home });
  try {
    const [printed, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    return { status, printed };
  } catch (error) {
    throw new Error(`Fuzzing needs Python 3 with venv and pip: ${error.message}`, { cause: error });
  }
};

const install = async () => {
  if (existsSync(binary('st'))) return;
  mkdirSync(home, { recursive: true });
  await run('python3', ['-m', 'venv', home]);
  const { status } = await run(binary('python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`]);
  if (status !== 0) throw new Error('Schemathesis could not be installed.');
};

/** Makes most ids in paths those of existing records. */
const configured = (ids) => {
  const lines = [
    ...['[parameters]', ...Object.entries(ids).map(([name, id]) => `"path.${name}" = ${JSON.stringify(id)}`), ''],
    ...['[checks]', `negative_data_rejection.expected-statuses = [${REFUSALS}]`, ''],
    ...['[[operations]]', `include-name = "${BULK}"`],
    `checks.negative_data_rejection.expected-statuses = [200, ${REFUSALS}]`,
  ];
  writeFileSync(join(home, 'schemathesis.toml'), `${lines.join('\n')}\n`);
};

// Two runs side by side. Requests at the limits of each field are only those in order: `odd-requests.mjs` has the others, of every
// field.
const PARTS = {
  random: ['--phases', 'examples,fuzzing', '--mode', 'all'],
  limits: ['--phases', 'coverage', '--mode', 'positive'],
};

/**
 * Property-based requests derived from the OpenAPI document; responses must conform to it. `examples` is the maximum number
 * of random requests per route, besides those that its schema suggests.
 */
export const schemathesis = async (server, { ids, examples, seed }) => {
  await install();
  configured(ids);
  const parts = Object.entries(PARTS).map(([name, part]) =>
    sent(server, name, [...part, '--max-examples', examples, '--seed', seed]),
  );
  const counts = await Promise.all(parts);
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  return { passed: sum('passed'), failed: sum('failed') };
};

const sent = async (server, name, options) => {
  const report = join(home, `report-${name}.json`);
  const { printed, status } = await run(binary('st'), [
    ...['run', `${server.url}/openapi.json`, '--header', `Authorization: Bearer ${server.token}`],
    ...[...options, '--checks', checks.join(','), '--warnings', 'off'],
    ...['--generation-database', 'none', '--no-shrink'],
    ...['--request-timeout', '10', '--continue-on-failure', '--suppress-health-check', 'all', '--no-color'],
    ...['--report', 'json', '--report-json-path', report],
  ]);
  if (status !== 0) console.log(printed);
  const { generated, with_failures, errored } = JSON.parse(readFileSync(report, 'utf8')).test_cases;
  const failed = with_failures + errored;
  return { passed: generated - failed, failed: status === 0 ? failed : Math.max(failed, 1) };
};
