import type { EventStore } from '@annals/event-sourcing';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Access } from './access.js';
import { Faults } from './faults.js';
import type { Member } from './features.js';
import { HOST, urlOf, type EventStoreDbServerOptions } from './options.js';
import { services } from './services.js';
import { VERSIONS, type Traits, type Version } from './versions.js';
import { WireLog } from './wire-log.js';
import { linkTo, recordOf } from './wire-record.js';

/**
 * An EventStoreDB as its clients see it, for tests: streams, `$all`, subscriptions with filters, deletion, gossip, errors
 * positions with gaps, links, access lists and scavenges, on a real socket, with configurable faults. Persistent subscriptions and
 * server-side projections are not supported.
 */
export class EventStoreDbServer {
  readonly faults = new Faults();
  /** Makes this node a follower: calls that require the leader are redirected to it. */
  leader: EventStoreDbServer | undefined;
  /** Whether filtered subscriptions at the end of the log receive a checkpoint that is not a record. */
  checkpointAtEnd = false;
  readonly version: Version;
  /** How its version differs from others; a test may change it. */
  traits: Traits;
  readonly access: Access;
  private readonly log: WireLog;
  private readonly sockets = new Set<Socket>();
  private running: { readonly grpc: Server; readonly listener: Listener } | undefined;
  private used = 0;
  private clock: NodeJS.Timeout | undefined;

  private constructor(private readonly options: EventStoreDbServerOptions) {
    this.log = new WireLog(options.log);
    this.access = new Access(options.users ?? [], options.log);
    this.version = options.version ?? '23.10.6';
    this.traits = VERSIONS[this.version];
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
    return urlOf(this.options, this.port);
  }

  /** Restarts on the same port with the same records. */
  async start() {
    const grpc = new Server({ 'grpc.max_receive_message_length': this.traits.largestMessage });
    for (const [service, handlers] of services(this, this.log)) grpc.addService(service, handlers);
    const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure());
    const { tls, statsEvery } = this.options;
    const accept = (socket: Socket) => {
      this.sockets.add(socket.on('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy()));
      injector.injectConnection(socket);
    };
    const listener = tls ? createTlsServer({ ...tls, ALPNProtocols: ['h2'] }, accept) : createServer(accept);
    await once(listener.listen(this.used, HOST), 'listening');
    this.used = (listener.address() as AddressInfo).port;
    this.running = { grpc, listener };
    if (statsEvery !== undefined) this.clock = setInterval(() => void this.collectStats(), statsEvery).unref();
  }

  get members(): readonly Member[] {
    const here = { host: this.host, port: this.port, isLeader: !this.leader };
    return this.leader ? [here, ...this.leader.members] : [here];
  }

  /** Ends at once, as a killed process. */
  async stop() {
    const { running } = this;
    this.running = undefined;
    clearInterval(this.clock);
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

  /** Writes its statistics, as the real one does every 30 seconds. */
  collectStats() {
    return this.put(`$stats-${this.host}:${this.port}`, '$statsCollected', '{}');
  }

  /** Writes a link to an event, as system projections do. */
  async link(stream: string, target: { readonly stream: string; readonly revision: number }) {
    await this.log.append(stream, 'any', [linkTo(target.stream, target.revision)]);
  }

  /** Removes events of deleted and truncated streams from `$all`. */
  scavenge() {
    return this.log.scavenge();
  }

  /** As `put`, with the metadata of an event of Annals; `data` may be no JSON. */
  async forge(stream: string, type: string, data: string, metadata: object) {
    const encoded = Buffer.from(JSON.stringify(metadata)).toString('base64');
    await this.log.append(stream, 'any', [{ ...recordOf(type, data), metadata: encoded }]);
  }
}
