// Apache Kafka on one KRaft node. To run it manually: node infra/native/kafka.mjs [folder]
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { byHand, complaintsOf, startEngine } from './engine.mjs';
import { classPathOf, findJava } from './java.mjs';

const NEEDS = ['org.apache.kafka:kafka_2.13:4.1.1', 'org.slf4j:slf4j-simple:1.7.36'];
const launcher = join(import.meta.dirname, 'KafkaLauncher.java');
const STARTS_WITHIN = 180_000; // milliseconds

/** `ports` are those of the broker and its controller; by default free ones. With `later` only `restart` starts it. */
export const startKafka = async ({ folder, ports, later = false } = {}) => {
  const java = findJava();
  const classPath = classPathOf('kafka', NEEDS);
  const [broker, controller] = ports ?? (await freePorts(2));
  const options = ['-Xmx384m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', classPath];
  let settings;
  const { port, ...engine } = await startEngine({
    name: 'kafka',
    folder,
    later: later ? broker : undefined,
    async begin(home) {
      settings ??= await prepare({ java, classPath, home, broker, controller });
      return spawn(java, [...options, launcher, settings], { stdio: ['pipe', 'ignore', 'pipe'] });
    },
    ready: (child) => listening(child, broker),
  });
  return { brokers: `127.0.0.1:${port}`, ...engine };
};

/** Formats the folder at the first start and returns the path of the settings. */
const prepare = async ({ java, classPath, home, broker, controller }) => {
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
  const complaints = complaintsOf(child);
  const until = Date.now() + STARTS_WITHIN;
  while (!(await answers(port))) {
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null) throw new Error(`Kafka ended (${ended}):\n${complaints()}`);
    if (Date.now() > until) throw new Error(`Kafka does not listen on port ${port}:\n${complaints()}`);
    await delay(100);
  }
  return port;
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

void byHand(import.meta.filename, startKafka);
