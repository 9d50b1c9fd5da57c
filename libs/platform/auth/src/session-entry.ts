import type { Session } from './account.js';

/** A session as its user sees it. */
export type SessionEntry = {
  readonly sessionId: string;
  /** `null` for a session of an earlier version. */
  readonly openedAt: string | null;
  /**
   * The address from which the user signed in.
   * @example 192.0.2.7
   */
  readonly openedFrom: string | null;
  readonly refreshedAt: string | null;
  /** When it ends unless it is refreshed. */
  readonly expiresAt: string;
  /** Whether the request was made in it. */
  readonly current: boolean;
};

/** Newest first; `current` is the id of that in which the request was made. */
export const entriesOf = (sessions: readonly Session[], current: string | undefined): readonly SessionEntry[] =>
  sessions
    .map(({ id: sessionId, openedAt = null, openedFrom = null, refreshedAt = null, expiresAt }) => ({
      ...{ sessionId, openedAt, openedFrom, refreshedAt, expiresAt },
      current: sessionId === current,
    }))
    .toSorted((one, other) => (other.openedAt ?? '').localeCompare(one.openedAt ?? ''));
