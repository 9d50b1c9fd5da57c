import type { EventStore } from '@annals/event-sourcing';
import { accessDenied, unauthenticated } from './refusals.js';
import { metadataIn, type Right } from './stream-metadata.js';

export type User = {
  readonly name: string;
  readonly password: string;
  /** Whether the user belongs to `$admins`, who may do everything. */
  readonly isAdmin?: boolean;
};

const ADMINS = '$admins';
const EVERYBODY = '$all';

/** Who may do what. Without users, everybody may do everything. */
export class Access {
  constructor(
    private readonly users: readonly User[],
    private readonly log: EventStore,
  ) {}

  /** Throws unless the caller has a right to a stream; `$all` is the whole log. */
  async require(authorization: string | undefined, stream: string, right: Right) {
    if (this.users.length === 0) return;
    const user = this.userOf(authorization);
    if (user.isAdmin) return;
    const allowed = await this.allowed(stream, right);
    if (![user.name, EVERYBODY].some((one) => allowed.includes(one))) throw accessDenied();
  }

  private userOf(authorization: string | undefined): User {
    if (authorization === undefined) throw accessDenied();
    const user = this.users.find((one) => authorization === basic(one));
    if (!user) throw unauthenticated();
    return user;
  }

  /** By default, the streams of the server and the whole log belong to the administrators. */
  private async allowed(stream: string, right: Right): Promise<readonly string[]> {
    if (stream.startsWith('$$')) return this.allowed(stream.slice(2), right === '$r' ? '$mr' : '$mw');
    const { $acl } = await metadataIn(this.log, stream);
    const allowed = $acl?.[right] ?? (stream.startsWith('$') ? ADMINS : EVERYBODY);
    return typeof allowed === 'string' ? [allowed] : allowed;
  }
}

const basic = ({ name, password }: User) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
