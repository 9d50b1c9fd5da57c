// A server that speaks MongoDB's protocol and keeps its data in a file. By hand: node infra/native/mongo.mjs [folder]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { byHand, printedPort, startEngine } from './engine.mjs';
import { classPathOf, findJava } from './java.mjs';

const VERSION = '1.47.0';
const NEEDS = ['mongo-java-server', 'mongo-java-server-h2-backend'].map((name) => `de.bwaldvogel:${name}:${VERSION}`);
const launcher = join(import.meta.dirname, 'MongoLauncher.java');

/**
 * Without a port it takes a free one. `kill` takes the last second or two of what was acknowledged with it; `stop` and
 * `restart` lose nothing of a server that runs. With `replicaSet` drivers find a replica set of one member, with sessions,
 * which loses the answer to some writes.
 */
export const startMongo = async ({ folder, port = 0, replicaSet = false } = {}) => {
  const java = findJava();
  const classPath = classPathOf('mongo', NEEDS);
  const kind = replicaSet ? ['replica-set'] : [];
  const { port: taken, ...engine } = await startEngine({
    name: 'mongo',
    folder,
    begin(home, at = port) {
      const args = ['-Xmx384m', '-cp', classPath, launcher, join(home, 'mongo.h2'), String(at), ...kind];
      return spawn(java, args, { stdio: 'pipe' }); // it ends when its input does
    },
    ready: (child) => printedPort(child, 'The MongoDB server', /^listening on (\d+)$/),
  });
  return { url: `mongodb://127.0.0.1:${taken}/annals`, ...engine };
};

void byHand(import.meta.filename, startMongo);
