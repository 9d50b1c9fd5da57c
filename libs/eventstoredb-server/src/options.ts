import type { EventStore } from '@annals/event-sourcing';
import type { User } from './access.js';
import type { Version } from './versions.js';

export type EventStoreDbServerOptions = {
  /** The store of its records: a log with gapless positions and no other writers. */
  readonly log: EventStore;
  /** 0, the default, selects a free port. */
  readonly port?: number;
  /** PEM for `localhost`. Without it the server does not use TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Others are refused. The connection string is that of the first. Without users, everybody may do everything. */
  readonly users?: readonly User[];
  /** The version that it answers as; the oldest known one by default. */
  readonly version?: Version;
  /** Milliseconds between its records of statistics, by which the end of the log moves; none by default. */
  readonly statsEvery?: number;
};

export const HOST = '127.0.0.1';

export const urlOf = ({ users = [], tls }: EventStoreDbServerOptions, port: number): string => {
  const [user] = users;
  const who = user ? `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@` : '';
  return `esdb://${who}${tls ? 'localhost' : HOST}:${port}${tls ? '' : '?tls=false'}`;
};
