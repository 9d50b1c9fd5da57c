// Apache Kafka on one KRaft node. By hand: node infra/native/kafka.mjs [folder]
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { classPathOf, findJava } from './java.mjs';

const NEEDS = ['org.apache.kafka:kafka_2.13:4.1.1', 'org.slf4j:slf4j-simple:1.7.36'];
const STARTS_WITHIN = 60_000; // milliseconds

/**
 * Without a folder its data go when it is stopped; `ports` are those of the broker and of its controller, free ones unless
 * told, and kept over restarts. `kill` is kill -9; `restart` starts what was stopped or killed, too.
 */
export const startKafka = async ({ folder, ports } = {}) => {
  const java = findJava();
  const classPath = classPathOf('kafka', NEEDS);
  const home = folder ?? mkdtempSync(join(tmpdir(), 'annals-kafka-'));
  const [broker, controller] = ports ?? (await freePorts(2));
  const settings = await prepare({ java, classPath, home, broker, controller });

  const options = ['-Xmx384m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', classPath];
  let child;
  const end = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const launch = async () => {
    child = spawn(java, [...options, 'kafka.Kafka', settings], { stdio: ['ignore', 'ignore', 'pipe'] });
    await listening(child, broker);
  };
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  await launch();
  return {
    brokers: `127.0.0.1:${broker}`,
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM');
      await launch();
    },
    async stop() {
      await end('SIGTERM');
      process.removeListener('exit', killWithUs);
      if (folder === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
};

/** Formats the folder, the first time, and answers with the path of the settings. */
const prepare = async ({ java, classPath, home, broker, controller }) => {
  mkdirSync(home, { recursive: true });
  const settings = join(home, 'server.properties');
  writeFileSync(settings, propertiesOf({ home, broker, controller }));
  const idFile = join(home, 'cluster-id');
  if (!existsSync(idFile)) writeFileSync(idFile, randomBytes(16).toString('base64url').replace(/^-/, 'A'));
  const format = ['format', '-t', readFileSync(idFile, 'utf8'), '-c', settings, '-g'];
  await promisify(execFile)(java, ['-cp', classPath, 'kafka.tools.StorageTool', ...format]);
  return settings;
};

const propertiesOf = ({ home, broker, controller }) => `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${broker}
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
log.dirs=${join(home, 'log')}
auto.create.topics.enable=false
offsets.topic.num.partitions=3
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
group.min.session.timeout.ms=1000
`;

const listening = async (child, port) => {
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
  const until = Date.now() + STARTS_WITHIN;
  while (!(await answers(port))) {
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null) throw new Error(`Kafka ended (${ended}):\n${said}`);
    if (Date.now() > until) throw new Error(`Kafka does not listen on port ${port}:\n${said}`);
    await delay(100);
  }
};

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (is) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });

const freePorts = async (count) => {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
};

const byHand = async () => {
  const kafka = await startKafka({ folder: process.argv[2] });
  console.log(kafka.brokers);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void kafka.stop().then(() => process.exit(0)));
};

// Not import.meta.main, which an older Node does not have, and no waiting here, or tests could not load this file.
if (process.argv[1] === import.meta.filename) void byHand();
