import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type Receipt, type Reply } from '../client.js';
import { LATER, type Acknowledged } from '../load.js';

/** How a credential ends. */
const ENDS = ['key revoked', 'all keys revoked', 'password reset', 'user deactivated'] as const;
type End = (typeof ENDS)[number];

const PASSWORD = 'battery staple correct horse';

/** How long the others may take it for good, in milliseconds: accounts are read anew five times a second, unless their store is away. */
const NOTICED = 1_000;
const NOTICED_WHILE_AWAY = 61_000;

/** Users who write until their key is revoked, their password is reset, or they are deactivated. */
export class Leavers {
  readonly acknowledged: Acknowledged[] = [];
  /** The ids of commands all of whose answers were refusals. */
  readonly rejected: string[] = [];
  /** Commands that were carried out for a credential which had ended. */
  readonly tooLate: string[] = [];
  left = 0;

  constructor(
    private readonly admin: Client,
    private readonly abandoned: AbortSignal,
    /** Whether the store of accounts was away at any time since. */
    private readonly wasAwaySince: (time: number) => boolean,
  ) {}

  /** One user comes, writes for some seconds, and leaves. */
  async leave(seconds: number) {
    const end = ENDS[this.left % ENDS.length]!;
    const userId = `leaver-${this.left}`;
    this.left += 1;
    await this.tell('/v1/users', { userId, name: userId, displayName: 'Leaver' });
    await this.tell(`/v1/users/${userId}/grant-roles`, { roles: ['sales'] });
    const client = new Client('', (method, path) => this.admin.origin(method, path));
    client.patience = this.admin.patience;
    const revoked = await this.equip(client, userId, end);
    const state: { ended?: number } = {};
    const writing = this.write(client, state, end);
    await delay(seconds * 1_000);
    await this.insist(() => this.end(end, userId, revoked));
    state.ended = performance.now();
    await writing;
  }

  /** Gives the user a key or a password; returns the id of the key. */
  private async equip(client: Client, userId: string, end: End): Promise<string> {
    if (end === 'password reset') {
      await this.insist(async () => {
        const { body, status } = await this.admin.post(`/v1/users/${userId}/one-time-password`, {});
        if (status < 300) await client.claim((body as { oneTimePassword: string }).oneTimePassword, PASSWORD, userId);
        return { status };
      });
      return '';
    }
    const key = await this.insist(() =>
      this.admin.post('/v1/api-keys', { userId, name: userId }, { 'idempotency-key': userId }),
    );
    const { key: token, keyId } = key.body as { key: string; keyId: string };
    client.token = token;
    return keyId;
  }

  private end(end: End, userId: string, keyId: string) {
    if (end === 'password reset') return this.admin.post(`/v1/users/${userId}/one-time-password`, {});
    if (end === 'user deactivated') return this.admin.post(`/v1/users/${userId}/deactivate`, { reason: 'left' });
    return this.admin.delete(end === 'key revoked' ? `/v1/api-keys/${keyId}` : `/v1/users/${userId}/api-keys`);
  }

  /** Goes on for a while after the end. */
  private async write(client: Client, state: { readonly ended?: number }, end: End) {
    const isOver = () => state.ended !== undefined && performance.now() > state.ended + 3 * NOTICED;
    while (!isOver() && !this.abandoned.aborted) await this.one(client, state, end);
  }

  private async one(client: Client, state: { readonly ended?: number }, end: End) {
    const commandId = randomUUID();
    const body = { customerId: randomUUID(), kind: 'person', name: 'Li Na', roles: ['prospect'] };
    for (let attempt = 0; !this.abandoned.aborted; attempt += 1) {
      const { ended = Infinity } = state;
      const begun = performance.now();
      const reply = await client.post('/v1/customers', body, { 'idempotency-key': commandId }).catch(() => undefined);
      if (reply && isRefusal(reply)) return this.turnedAway(reply, commandId, attempt);
      if (reply && reply.status < 300) {
        this.acknowledged.push({ ...(reply.body as Receipt), commandId });
        if (begun > ended + this.graceOf(end, ended)) this.tooLate.push(`${end}: ${commandId}`);
        return;
      }
      await delay(20);
    }
  }

  private turnedAway({ status, body }: Reply, commandId: string, attempt: number) {
    if (status !== 401) throw new Error(`A command was refused: ${JSON.stringify(body)}`);
    if (attempt === 0) this.rejected.push(commandId); // an earlier attempt may have been carried out, with its answer lost
  }

  private graceOf(end: End, ended: number) {
    if (end === 'user deactivated') return 0;
    return this.wasAwaySince(ended - NOTICED) ? NOTICED_WHILE_AWAY : NOTICED;
  }

  private tell(path: string, body: object) {
    const commandId = randomUUID();
    return this.insist(() => this.admin.post(path, body, { 'idempotency-key': commandId }));
  }

  private async insist<R extends Pick<Reply, 'status'>>(send: () => Promise<R>): Promise<R> {
    while (!this.abandoned.aborted) {
      const reply = await send().catch(() => undefined);
      if (reply && reply.status < 300) return reply;
      if (reply && isRefusal(reply)) throw new Error(JSON.stringify(reply));
      await delay(100);
    }
    throw new Error('The run was abandoned.');
  }
}

const isRefusal = ({ status }: Pick<Reply, 'status'>) => status >= 400 && status < 500 && !LATER.has(status);
