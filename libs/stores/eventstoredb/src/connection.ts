import { EventStoreDBClient, NotLeaderError, type BaseOptions } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Closed, isAnswer, isRefusal } from './failures.js';
import { within, type Patience } from './patience.js';

type Channel = Awaited<ReturnType<EventStoreDBClient['getChannel']>>;

/** A client whose server has answered. It is discarded when the server does not answer or is no longer the leader. */
export class Line {
  /** The calls that the driver makes of its methods, on the same channel. */
  readonly streams: StreamsClient;
  private readonly cut = new AbortController();

  constructor(
    readonly client: EventStoreDBClient,
    private readonly channel: Channel,
  ) {
    this.streams = new StreamsClient('', undefined as never, { channelOverride: channel });
  }

  get lost(): AbortSignal {
    return this.cut.signal;
  }

  hangUp() {
    this.channel.close(); // requests in progress may still be answered
    this.cut.abort();
  }
}

/** Opens a new connection when the last one was lost. */
export class Connection {
  private current: Promise<Line> | undefined;
  private leader: NotLeaderError['leader'] | undefined;
  private closed = false;
  /** Of every call. With credentials, the driver sends each append as a separate call, whose failure is its own. */
  readonly options: BaseOptions;

  private readonly url: string;

  constructor(
    url: string,
    readonly patience: Patience,
    /** Ends retries. */
    readonly over?: AbortSignal,
  ) {
    this.url = discoveringSoon(schemeOf(url));
    EventStoreDBClient.connectionString(this.url); // throws if it is invalid
    this.options = { credentials: credentialsIn(this.url), requiresLeader: true, deadline: patience.answerWithin };
  }

  line(): Promise<Line> {
    if (this.closed) return Promise.reject(new Closed());
    if (this.current) return this.current;
    const opened = (this.current = this.open());
    const forget = () => {
      if (this.current === opened) this.current = undefined;
    };
    opened.then(({ lost }) => lost.addEventListener('abort', forget), forget);
    return opened;
  }

  /** One call without retry. */
  async call<T>(work: (client: EventStoreDBClient, line: Line) => Promise<T>): Promise<T> {
    const line = await this.line();
    try {
      return await work(line.client, line);
    } catch (error) {
      this.blame(line, error);
      throw error;
    }
  }

  /** Discards the connection unless the error shows that the server is available. */
  blame(line: Line, error: unknown) {
    if (isAnswer(error)) return;
    if (error instanceof NotLeaderError) this.leader = error.leader;
    line.hangUp();
  }

  async close() {
    this.closed = true;
    await this.current?.then((line) => line.hangUp()).catch(() => undefined);
  }

  private async open(): Promise<Line> {
    const { leader, url } = this;
    this.leader = undefined; // used once: this server may have failed, too
    const client = EventStoreDBClient.connectionString(leader ? at(url, `${leader.address}:${leader.port}`) : url);
    catchRejections(client);
    const channel = await within(this.patience.answerWithin, client['getChannel']());
    const line = new Line(client, channel);
    try {
      await within(this.patience.answerWithin, client['capabilities']);
    } catch (error) {
      if (isRefusal(error)) return line; // an answer is enough
      line.hangUp();
      throw error;
    }
    return line;
  }
}

/** The driver does not await this, so an error in it would end the process. */
const catchRejections = (client: EventStoreDBClient) => {
  const handleError = client['handleError'];
  client['handleError'] = (...args) => handleError(...args).catch(() => undefined);
};

/** The schemes of KurrentDB mean the same, and the driver knows only those of EventStoreDB. */
const schemeOf = (url: string) => url.replace(/^(?:kurrentdb|kdb)(?=\+discover:|:)/, 'esdb');

/** The driver waits five seconds for a node that may be frozen before it asks another one who leads. */
const discoveringSoon = (url: string) =>
  /[?&]gossipTimeout=/i.test(url) ? url : `${url}${url.includes('?') ? '&' : '?'}gossipTimeout=${GOSSIP}`;

const GOSSIP = 1; // seconds, the shortest that the driver knows

const CONNECTION = /^esdb(?:\+discover)?:\/\/(?:([^:@/]+):([^@/]+)@)?[^/?]+/;

const credentialsIn = (url: string) => {
  const [, username, password] = CONNECTION.exec(url) ?? [];
  if (username !== undefined && password !== undefined)
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  if (/[?&]tls=false\b/i.test(url)) return { username: '', password: '' }; // the driver sends none without TLS
  throw new Error(
    'The connection string of EventStoreDB must contain user:password@ before the host, unless it contains tls=false.',
  );
};

const at = (url: string, endpoint: string) =>
  url.replace(CONNECTION, (_, username?: string, password?: string) =>
    username === undefined ? `esdb://${endpoint}` : `esdb://${username}:${password}@${endpoint}`,
  );
