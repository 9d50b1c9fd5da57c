import { SqliteEventStore } from '@annals/store-sqlite';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { EventStoreDbServer } from './server.js';

/** The server as a separate process, with `--file` and `--port`; the first line of its output is its connection string. */
const { values } = parseArgs({ options: { file: { type: 'string' }, port: { type: 'string', default: '0' } } });
if (values.file === undefined) throw new Error('Usage: --file=<path> [--port=<number>]');

const log = new SqliteEventStore({ file: values.file });
const server = await EventStoreDbServer.start({ log, port: Number(values.port) });
console.log(server.url);
await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
await server.stop();
await log.close();
