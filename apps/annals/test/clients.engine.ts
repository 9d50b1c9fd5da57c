/** @long Clients in three languages are generated and compiled. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generated, run, tool } from '../../../infra/clients/tools.mjs';
import { Server } from './server.js';
import { root, stage } from './stage.js';

stage();

const CLIENTS = `${root}/infra/clients`;
const DOCUMENT = `${root}/contracts/openapi.json`;

const folders: string[] = [];
const newFolder = (name: string) => {
  const folder = mkdtempSync(join(tmpdir(), `annals-client-${name}-`));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

// Not the engines that this suite has started, because they remember the log of the first installation.
const EMBEDDED = { READ_STORE_URL: '', KAFKA_BROKERS: '' };

/** The arguments of a journey: a new installation and the one-time password of its administrator. */
const arrival = async () => {
  const server = await Server.start(newFolder('data'), [], EMBEDDED);
  return [server.url, server.oneTimePassword!] as const;
};

const seen = (printed: string): unknown => JSON.parse(printed);
const SUMMARIES = ['Asked for a quote.'];
const EVENTS = ['CustomerRegistered', 'CustomerDataChanged', 'ContactMade'];

it('carries the calls of the README in TypeScript', async () => {
  tool('openapi-typescript', DOCUMENT, '-o', `${CLIENTS}/schema.d.ts`);
  run(process.execPath, [`${root}/node_modules/typescript/bin/tsc`, '-p', CLIENTS]);
  const printed = run(process.execPath, [`${CLIENTS}/journey.ts`, ...(await arrival())]);
  expect(seen(printed)).toEqual(['+43 1 234567', 'phone', EVENTS, 0, SUMMARIES]);
});

it('carries the calls of the README in Python', async () => {
  const client = generated('python', DOCUMENT, 'packageName=annals_client', newFolder('python'));
  const environment = newFolder('venv');
  run('python3', ['-m', 'venv', environment]);
  run(`${environment}/bin/pip`, ['install', '--quiet', client]);
  const printed = run(`${environment}/bin/python`, [`${CLIENTS}/journey.py`, ...(await arrival())]);
  expect(seen(printed)).toEqual(['+43 1 234567', 'phone', EVENTS, 0, SUMMARIES]);
});

it('carries the calls of the README in Java', async () => {
  const properties = 'library=native,invokerPackage=annals,apiPackage=annals.api,modelPackage=annals.model';
  const client = generated(
    'java',
    DOCUMENT,
    `${properties},useJakartaEe=true,openApiNullable=false,useSingleRequestParameter=true`,
    newFolder('java'),
  );
  copyFileSync(`${CLIENTS}/Journey.java`, `${client}/src/main/java/Journey.java`);
  const libraries = `${client}/libraries.txt`;
  const path = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  run('mvn', ['-q', '-B', '-Dmaven.test.skip=true', 'compile', path, `-Dmdep.outputFile=${libraries}`], {
    cwd: client,
  });
  const classpath = `${client}/target/classes:${run('cat', [libraries])}`;
  const printed = run('java', ['-cp', classpath, 'Journey', ...(await arrival())]);
  expect(seen(printed)).toEqual(['+43 1 234567', 'phone', 0, SUMMARIES]);
});
