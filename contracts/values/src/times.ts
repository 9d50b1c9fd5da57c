const DAY = 86_400_000; // ms

type Sent = { readonly occurredAt?: string | undefined };

/**
 * Whether a command says that it happened before an instant, at `at`. Without `occurredAt` it happens now, and never
 * before what is recorded: clocks of two processes may differ. A day is before an instant if it is over by then.
 */
export const saysEarlier = ({ occurredAt }: Sent, at: Date, than: string | null): boolean => {
  if (occurredAt === undefined || than === null) return false;
  const isDay = !occurredAt.includes('T');
  return isDay ? at.getTime() + DAY <= Date.parse(than) : at.getTime() < Date.parse(than);
};
