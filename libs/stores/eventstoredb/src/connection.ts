import { EventStoreDBClient, NotLeaderError, type BaseOptions } from '@eventstore/db-client';
import { Closed, isAnswer, isRefusal } from './failures.js';
import { within, type Patience } from './patience.js';

/** A client whose server has answered once. It is given up at the first sign that the server is gone or led by another. */
export class Line {
  private readonly cut = new AbortController();

  constructor(
    readonly client: EventStoreDBClient,
    private readonly channel: { close(): void },
  ) {}

  get lost(): AbortSignal {
    return this.cut.signal;
  }

  hangUp() {
    this.channel.close(); // what is under way on it may still be answered
    this.cut.abort();
  }
}

/** Opens a new line whenever the last one was lost. */
export class Connection {
  private current: Promise<Line> | undefined;
  private leader: NotLeaderError['leader'] | undefined;
  private closed = false;
  /**
   * What every call carries. With credentials of its own an append is a call of its own: otherwise all clients of the
   * process would share one table of answers, and one that is cut off would fail what others have stored.
   */
  readonly options: BaseOptions;

  constructor(
    private readonly url: string,
    readonly patience: Patience,
  ) {
    EventStoreDBClient.connectionString(url); // throws what is wrong with it
    this.options = { credentials: credentialsIn(url), requiresLeader: true, deadline: patience.answerWithin };
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

  /** One call, once. */
  async call<T>(work: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    const line = await this.line();
    try {
      return await work(line.client);
    } catch (error) {
      this.blame(line, error);
      throw error;
    }
  }

  /** Gives a line up unless the error shows that the server is there. */
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
    this.leader = undefined; // one attempt: it may be gone by now, too
    const client = EventStoreDBClient.connectionString(leader ? at(url, `${leader.address}:${leader.port}`) : url);
    catchRejections(client);
    const channel = await within(this.patience.answerWithin, client['getChannel']());
    const line = new Line(client, channel);
    try {
      await within(this.patience.answerWithin, client['capabilities']);
    } catch (error) {
      if (isRefusal(error)) return line; // it has answered, that is enough
      line.hangUp();
      throw error;
    }
    return line;
  }
}

/** The driver does not wait for this, so that a failure in it would end the process. */
const catchRejections = (client: EventStoreDBClient) => {
  const handleError = client['handleError'];
  client['handleError'] = (...args) => handleError(...args).catch(() => undefined);
};

const CONNECTION = /^esdb(?:\+discover)?:\/\/(?:([^:@/]+):([^@/]+)@)?[^/?]+/;

const credentialsIn = (url: string) => {
  const [, username, password] = CONNECTION.exec(url) ?? [];
  if (username !== undefined && password !== undefined)
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  if (/[?&]tls=false\b/i.test(url)) return { username: '', password: '' }; // the driver sends none without TLS
  throw new Error('EventStoreDB needs user:password@ before its host, unless the connection string says tls=false.');
};

const at = (url: string, endpoint: string) =>
  url.replace(CONNECTION, (_, username?: string, password?: string) =>
    username === undefined ? `esdb://${endpoint}` : `esdb://${username}:${password}@${endpoint}`,
  );
