const DAY = 86_400_000; // ms

/**
 * Whether a fact counts now, because none that occurred later is known, in the format of `toISOString()`; of two of one
 * instant it is the one that was recorded later.
 */
export const isLatest = (occurredAt: string, known: string | null): boolean => known === null || occurredAt >= known;

/** What a fact says, if it counts now as `isLatest` tells; otherwise nothing. */
export const ifLatest = <Said extends object>(occurredAt: string, known: string | null, said: Said): Partial<Said> =>
  isLatest(occurredAt, known) ? said : {};

/** Whether a time is a day, whose hour is not known. */
export const isDay = (occurredAt: string): boolean => !occurredAt.includes('T');

type Sent = { readonly occurredAt?: string | undefined };

/**
 * Whether a command says that it happened before an instant, at `at`. Without `occurredAt` it happens now, and never
 * before what is recorded: clocks of two processes may differ. A day is before an instant if it is over by then.
 */
export const saysEarlier = ({ occurredAt }: Sent, at: Date, than: string | null): boolean => {
  if (occurredAt === undefined || than === null) return false;
  return isDay(occurredAt) ? at.getTime() + DAY <= Date.parse(than) : at.getTime() < Date.parse(than);
};

/**
 * Whether a command can be left out that says the same as the last fact until then, which occurred at `lastAt`: with an explicit
 * time only if that is known of exactly this time, because a fact may be recorded later that occurred between.
 */
export const isKnown = ({ occurredAt }: Sent, at: Date, lastAt: string | undefined): boolean =>
  occurredAt === undefined || lastAt === at.toISOString();

/** A fact that a command follows, when that happened, and when the command says that it happened. */
type Earlier = { readonly follows: string; readonly since: string | null; readonly occurredAt: string };

/** Refuses a command that says that it happened before a fact that it follows; `at` is `null` if there is no such fact. */
export type ExpectAfter = (
  command: { readonly occurredAt?: string | undefined },
  at: Date,
  followed: { readonly by: string; readonly at: string | null },
) => void;

/** The guard of a slice that rejects by `refuse`. */
export const expectingAfter =
  (refuse: (details: Earlier) => never): ExpectAfter =>
  (command, at, { by: follows, at: since }) => {
    if (saysEarlier(command, at, since)) refuse({ follows, since, occurredAt: at.toISOString() });
  };
