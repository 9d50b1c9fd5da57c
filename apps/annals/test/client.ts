export type Reply = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export type Receipt = {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly consistencyToken: string;
};

/** A client like that of an integrating program: signs in, sends commands, reads. */
export class Client {
  token = '';
  /** Milliseconds after which it gives up a request. */
  patience = 60_000;

  /** `urlOf` returns the address for a request, if different processes serve requests. */
  constructor(
    public url: string,
    private readonly urlOf?: (method: string, path: string) => string,
  ) {}

  async signIn(name: string, password: string): Promise<void> {
    const { status, body } = await this.post('/v1/session', { name, password });
    if (status >= 300) throw new Error(`Sign-in returned ${status}: ${JSON.stringify(body)}`);
    this.token = (body as { token: string }).token;
  }

  /** Signs in with the one-time password and sets a new one. */
  async claim(currentPassword: string, newPassword: string, name = 'admin'): Promise<void> {
    await this.signIn(name, currentPassword);
    const { status, body } = await this.post('/v1/session/password', { currentPassword, newPassword });
    if (status >= 300) throw new Error(`The change of password returned ${status}: ${JSON.stringify(body)}`);
    await this.signIn(name, newPassword);
  }

  post(path: string, body: object, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, headers);
  }

  delete(path: string): Promise<Reply> {
    return this.send('DELETE', path, {});
  }

  /** The feed as server-sent events, one by one, until the caller stops. */
  async *feed(after: number): AsyncGenerator<{ readonly type: string }, void, void> {
    const headers = { authorization: `Bearer ${this.token}`, accept: 'text/event-stream' };
    const { body } = await fetch(`${this.origin('GET', '/v1/events')}/v1/events?after=${after}`, { headers });
    let rest = '';
    for await (const text of body!.pipeThrough(new TextDecoderStream())) {
      const frames = (rest + text).split('\n\n');
      rest = frames.pop()!;
      for (const frame of frames) {
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        if (data && !frame.startsWith('event: problem')) yield JSON.parse(data) as { readonly type: string };
      }
    }
  }

  /** The address for a request. */
  origin(method: string, path: string) {
    return this.urlOf?.(method, path) ?? this.url;
  }

  async send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Reply> {
    const authorization = this.token ? { authorization: `Bearer ${this.token}` } : {};
    const response = await fetch(`${this.origin(method, path)}${path}`, {
      method,
      headers: { ...authorization, ...headers },
      signal: AbortSignal.timeout(this.patience),
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: json ? (JSON.parse(text) as unknown) : text };
  }
}
