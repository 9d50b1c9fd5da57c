import type { Account, Session } from './account.js';
import { hashOf } from './secret.js';

const MOST = 20; // sessions of an account; the least recently refreshed one is removed
const DAY = 24 * 60 * 60_000; // ms

/** How long a session lasts without a refresh, and with refreshes at most; both in days. */
export type SessionLife = { readonly idle: number; readonly most: number };

/** A session that begins or goes on at `now`; `known` is what is kept of it. */
export const sessionAt = (
  now: Date,
  { idle, most }: SessionLife,
  { id, secret }: { readonly id: string; readonly secret: string },
  known: Partial<Session> = {},
): Session => {
  const { openedAt = now.toISOString(), refreshedAt, openedFrom, cookie } = known;
  const ends = Math.min(now.getTime() + idle * DAY, Date.parse(openedAt) + most * DAY);
  return {
    ...{ id, hash: hashOf(secret), openedAt, expiresAt: new Date(ends).toISOString() },
    ...(refreshedAt !== undefined && { refreshedAt }),
    ...(openedFrom !== undefined && { openedFrom }),
    ...(cookie === true && { cookie }),
  };
};

const lives = ({ expiresAt }: Session, now: Date): boolean => new Date(expiresAt) > now;

/** Those that go on. */
export const livingSessions = ({ sessions = [] }: Account, now: Date): readonly Session[] =>
  sessions.filter((session) => lives(session, now));

export const livingSession = (account: Account, id: string, now: Date): Session | undefined =>
  livingSessions(account, now).find((session) => session.id === id);

export const withoutSession = (account: Account, id: string, now: Date): Account => ({
  ...account,
  sessions: livingSessions(account, now).filter((session) => session.id !== id),
});

export const withSession = (account: Account, session: Session, now: Date): Account => ({
  ...account,
  sessions: [...withoutSession(account, session.id, now).sessions!, session].slice(-MOST),
});
