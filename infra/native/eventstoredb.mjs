// A server with the protocol of EventStoreDB that stores its data in a file. Needs a build. To run it manually: node infra/native/eventstoredb.mjs [folder]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { byHand, printedPort, startEngine } from './engine.mjs';

const program = join(import.meta.dirname, '../../libs/eventstoredb-server/dist/main.js');
const options = ['--enable-source-maps', `--import=${new URL('../ends-with-parent.mjs', import.meta.url)}`];

/** Without `port` it uses a free one; `later` needs one, and only `restart` starts it then. Acknowledged writes survive `kill`. */
export const startEventStoreDb = async ({ folder, port = 0, later = false } = {}) => {
  const { port: taken, ...engine } = await startEngine({
    name: 'eventstoredb',
    folder,
    later: later ? port : undefined,
    begin: (home, at = port) =>
      spawn(process.execPath, [...options, program, `--file=${join(home, 'log.db')}`, `--port=${at}`], {
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    ready: (child) => printedPort(child, 'The EventStoreDB server', /^esdb:.*:(\d+)\?tls=false$/),
  });
  return { url: `esdb://127.0.0.1:${taken}?tls=false`, ...engine };
};

void byHand(import.meta.filename, startEventStoreDb);
