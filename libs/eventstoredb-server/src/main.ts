import { SqliteEventStore } from '@annals/store-sqlite';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { EventStoreDbServer } from './server.js';
import { VERSIONS, type Version } from './versions.js';

/** The server as a separate process. The first line of its output is its connection string. */
const USAGE = 'Usage: --file=<path> [--port=<number>] [--version=<version>] [--stats=<milliseconds>]';
const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    port: { type: 'string', default: '0' },
    version: { type: 'string', default: '23.10.6' },
    stats: { type: 'string', default: '30000' },
  },
});
const isKnown = (version: string): version is Version => Object.hasOwn(VERSIONS, version);
const { file, version } = values;
if (file === undefined || !isKnown(version)) throw new Error(USAGE);

const log = new SqliteEventStore({ file });
const server = await EventStoreDbServer.start({
  ...{ log, version, port: Number(values.port), statsEvery: Number(values.stats) },
});
console.log(server.url);
await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
await server.stop();
await log.close();
