import './idle-queues.js';
import { Kafka, logLevel, type ISocketFactory, type SASLOptions } from 'kafkajs';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';

export type KafkaOptions = {
  /** `host:port` of some brokers; the client discovers the others. */
  readonly brokers: readonly string[];
  /** Name of this program in logs and quotas of the brokers; default `annals`. */
  readonly clientId?: string;
  readonly tls?: ConnectionOptions | boolean;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
};

export type ConnectionRules = {
  /** Checked before every write; a connection that may not write is closed. By default it always may. */
  readonly mayWrite?: () => boolean;
  /** Number of retries of the client; default 5. */
  readonly retries?: number;
};

const KEEP_ALIVE = 60_000; // milliseconds

/** A Kafka client whose connections can be closed by force, because the client itself has no way to abort. */
export class Connections {
  readonly kafka: Kafka;
  private readonly sockets = new Set<Socket>();
  private readonly mayWrite: () => boolean;
  private isCut = false;

  constructor(
    { brokers, clientId = 'annals', tls = false, sasl }: KafkaOptions,
    { mayWrite = () => true, retries = 5 }: ConnectionRules = {},
  ) {
    this.mayWrite = () => !this.isCut && mayWrite();
    this.kafka = new Kafka({
      clientId,
      // Only an error without brokers ends the retries of the client.
      brokers: () => (this.isCut ? [] : [...brokers]),
      ssl: tls,
      ...(sasl ? { sasl: sasl as SASLOptions } : {}),
      socketFactory: this.open,
      retry: { retries, initialRetryTime: 100, maxRetryTime: 1_000 },
      logLevel: logLevel.NOTHING,
    });
  }

  /** Closes all connections permanently; operations in progress fail. */
  cut() {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy(new Error('The connection has been cut.'));
  }

  private readonly open: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    if (this.isCut) throw new Error('The connections have been cut.');
    // Despite its type, it has no options without TLS.
    const options = ssl as ConnectionOptions | undefined;
    const name = isIP(host) ? {} : { servername: host };
    const socket = options
      ? connectTls({ host, port, ...name, ...options }, onConnect)
      : connect({ host, port }, onConnect);
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    return guarded(socket.setKeepAlive(true, KEEP_ALIVE), this.mayWrite);
  };
}

// Checked at the write itself: a process may be suspended between an earlier check and the write.
const guarded = (socket: Socket, mayWrite: () => boolean): Socket => {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  const guardedWrite = (...args: unknown[]) => {
    if (mayWrite()) return write(...args);
    socket.destroy(new Error('The right to write is over.'));
    return false;
  };
  return Object.assign(socket, { write: guardedWrite });
};
