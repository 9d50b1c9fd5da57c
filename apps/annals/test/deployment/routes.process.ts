import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { routeOf, routes } from '../apart/routes.js';
import { root, stage } from '../stage.js';
import { jsonOf } from './files.js';

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const operationsIn = (paths: Paths): readonly string[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

/** Operations that every process serves are not routed. */
const operations = operationsIn(jsonOf<{ readonly paths: Paths }>('contracts/openapi.json').paths).filter((each) =>
  each.includes(' /v1/'),
);
const wanted = (operation: string) => routeOf(operation.replaceAll(/\{\w+\}/g, 'x'));

const { folder } = stage();
const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

/** The operations that a process declares. */
const answeredBy = async (name: string): Promise<readonly string[]> => {
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [`apps/${name}/dist/main.js`], { cwd: root, env, stdio: 'pipe' });
  children.push(child);
  child.stdout.resume();
  const said: string[] = [];
  for await (const line of createInterface(child.stderr)) {
    said.push(line);
    const [url] = /http:\/\/\S+:\d+/.exec(line) ?? [];
    if (!url) continue;
    child.stderr.resume();
    const response = await fetch(`${url}/openapi.json`);
    return operationsIn(((await response.json()) as { readonly paths: Paths }).paths);
  }
  throw new Error([`${name} did not start:`, ...said].join('\n'));
};

it('uses every line of the table of routes', () => {
  expect(routes.length).toBeGreaterThan(4);
  expect(new Set(operations.map(wanted))).toEqual(new Set(routes));
});

it('sends every request to a process that serves it', async () => {
  const each = [...Map.groupBy(operations, (operation) => wanted(operation).process)];
  const lost = await Promise.all(
    each.map(async ([name, its]) => {
      const answered = await answeredBy(name);
      return its.filter((operation) => !answered.includes(operation)).map((operation) => `${name}: ${operation}`);
    }),
  );
  expect(lost.flat()).toEqual([]);
});
