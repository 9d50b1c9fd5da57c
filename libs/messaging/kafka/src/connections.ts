import { Kafka, logLevel, type ISocketFactory, type SASLOptions } from 'kafkajs';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';

export type KafkaOptions = {
  /** `host:port` of some brokers; the others are found through them. */
  readonly brokers: readonly string[];
  /** How brokers call this program in their logs and quotas; `annals` unless told. */
  readonly clientId?: string;
  readonly tls?: ConnectionOptions | boolean;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
};

export type ConnectionRules = {
  /** Asked before every write; a connection that may not write is closed. Always, unless told. */
  readonly mayWrite?: () => boolean;
  /** How often the client tries again by itself; 5 times unless told. */
  readonly retries?: number;
};

const KEEP_ALIVE = 60_000; // milliseconds

/** A Kafka client whose connections can be cut, since the client itself cannot be told to give up. */
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
      // An error about no brokers at all is the one that ends the client's retries.
      brokers: () => (this.isCut ? [] : [...brokers]),
      ssl: tls,
      ...(sasl ? { sasl: sasl as SASLOptions } : {}),
      socketFactory: this.open,
      retry: { retries, initialRetryTime: 100, maxRetryTime: 1_000 },
      logLevel: logLevel.NOTHING,
    });
  }

  /** Closes them all for good; what is under way fails. */
  cut() {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy(new Error('The connection has been cut.'));
  }

  private readonly open: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    if (this.isCut) throw new Error('The connections have been cut.');
    // The types promise options; without TLS there are none.
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

// At the very write: between an earlier check and the write, a process may sleep for any time.
const guarded = (socket: Socket, mayWrite: () => boolean): Socket => {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  const guardedWrite = (...args: unknown[]) => {
    if (mayWrite()) return write(...args);
    socket.destroy(new Error('The right to write is over.'));
    return false;
  };
  return Object.assign(socket, { write: guardedWrite });
};
