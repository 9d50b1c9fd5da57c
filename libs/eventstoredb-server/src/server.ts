import type { EventStore } from '@annals/event-sourcing';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Faults } from './faults.js';
import type { Member } from './features.js';
import { services } from './services.js';
import { WireLog } from './wire-log.js';
import { recordOf } from './wire-record.js';

export type EventStoreDbServerOptions = {
  /** The store of its records: a log with gapless positions and no other writers. */
  readonly log: EventStore;
  /** 0, the default, selects a free port. */
  readonly port?: number;
  /** PEM for `localhost`. Without it the server does not use TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Other users are refused. */
  readonly user?: { readonly name: string; readonly password: string };
};

const HOST = '127.0.0.1';

/**
 * An EventStoreDB as its clients see it, for tests: streams, `$all`, subscriptions with filters, deletion, gossip, errors
 * and positions with gaps, on a real socket, with configurable faults. Links, access lists of streams, persistent
 * subscriptions and server-side projections are not supported.
 */
export class EventStoreDbServer {
  readonly faults = new Faults();
  /** Makes this node a follower: calls that require the leader are redirected to it. */
  leader: EventStoreDbServer | undefined;
  /** Whether filtered subscriptions at the end of the log receive a checkpoint that is not a record. */
  checkpointAtEnd = false;
  /** Maximum size of an append in bytes. */
  largestAppend = 1_024 * 1_024;
  private readonly log: WireLog;
  private readonly sockets = new Set<Socket>();
  private running: { readonly grpc: Server; readonly listener: Listener } | undefined;
  private used = 0;

  private constructor(private readonly options: EventStoreDbServerOptions) {
    this.log = new WireLog(options.log);
    this.used = options.port ?? 0;
  }

  static async start(options: EventStoreDbServerOptions): Promise<EventStoreDbServer> {
    const server = new EventStoreDbServer(options);
    await server.log.prepare();
    await server.start();
    return server;
  }

  get records(): EventStore {
    return this.options.log;
  }

  get host(): string {
    return HOST;
  }

  get port(): number {
    return this.used;
  }

  /** A connection string for this node alone. */
  get url(): string {
    const { user, tls } = this.options;
    const who = user ? `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@` : '';
    return `esdb://${who}${tls ? 'localhost' : HOST}:${this.port}${tls ? '' : '?tls=false'}`;
  }

  /** Restarts on the same port with the same records. */
  async start() {
    const grpc = new Server();
    for (const [service, handlers] of services(this, this.log)) grpc.addService(service, handlers);
    const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure());
    const { tls } = this.options;
    const accept = (socket: Socket) => {
      this.sockets.add(socket.on('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy()));
      injector.injectConnection(socket);
    };
    const listener = tls ? createTlsServer({ ...tls, ALPNProtocols: ['h2'] }, accept) : createServer(accept);
    await once(listener.listen(this.used, HOST), 'listening');
    this.used = (listener.address() as AddressInfo).port;
    this.running = { grpc, listener };
  }

  get members(): readonly Member[] {
    const here = { host: this.host, port: this.port, isLeader: !this.leader };
    return this.leader ? [here, ...this.leader.members] : [here];
  }

  /** Ends at once, as a killed process. */
  async stop() {
    const { running } = this;
    this.running = undefined;
    if (!running) return;
    const closed = once(running.listener.close(), 'close');
    this.drop();
    running.grpc.forceShutdown();
    this.faults.release();
    await closed;
  }

  async restart() {
    await this.stop();
    await this.start();
  }

  /** Breaks every connection. */
  drop() {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Stores events as another application, or the server itself, would; each `data` should be JSON. */
  async put(stream: string, type: string, ...data: readonly string[]) {
    await this.log.append(
      stream,
      'any',
      data.map((json) => recordOf(type, json)),
    );
  }

  /** Whether the credentials in the header are accepted. */
  admits(authorization: string | undefined): boolean {
    const { user } = this.options;
    if (!user) return true;
    return authorization === `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
  }
}
