// A server with the protocol of MongoDB that stores its data in a file. To run it manually: node infra/native/mongo.mjs [folder]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { byHand, printedPort, startEngine } from './engine.mjs';
import { classPathOf, findJava } from './java.mjs';

const VERSION = '1.47.0';
const NEEDS = ['mongo-java-server', 'mongo-java-server-h2-backend'].map((name) => `de.bwaldvogel:${name}:${VERSION}`);
const launcher = join(import.meta.dirname, 'MongoLauncher.java');

/**
 * Without `port` it uses a free one; `later` needs one, and only `restart` starts it then. `kill` loses the acknowledged writes of the last one or two seconds, but none that
 * asked for the journal; `stop` and `restart` lose nothing. With `replicaSet` it is a replica set of one member with sessions, which
 * drops the responses to some writes.
 */
export const startMongo = async ({ folder, port = 0, later = false, replicaSet = false } = {}) => {
  const java = findJava();
  const classPath = classPathOf('mongo', NEEDS);
  const kind = replicaSet ? ['replica-set'] : [];
  const { port: taken, ...engine } = await startEngine({
    name: 'mongo',
    folder,
    later: later ? port : undefined,
    begin(home, at = port) {
      const args = ['-Xmx384m', '-cp', classPath, launcher, join(home, 'mongo.h2'), String(at), ...kind];
      return spawn(java, args, { stdio: 'pipe' }); // it ends at the end of its input
    },
    ready: (child) => printedPort(child, 'The MongoDB server', /^listening on (\d+)$/),
  });
  return { url: `mongodb://127.0.0.1:${taken}/annals`, ...engine };
};

void byHand(import.meta.filename, startMongo);
