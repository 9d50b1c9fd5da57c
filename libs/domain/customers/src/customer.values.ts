import type { ImmutableMap } from '@annals/event-sourcing';

/** When a command says that it happened; without `occurredAt` it happens now. */
export type Timed = { readonly occurredAt?: string | undefined; readonly at: Date };

/** What was true at a moment, of values by when they occurred; without a moment, the present value. */
export const valueOf = <Value>(values: ImmutableMap<Value>, at?: Date): Value | null =>
  values.before(`${at?.toISOString() ?? ''}~`)?.[1] ?? null;

/**
 * Whether a value that is said is the one that was true then. With an explicit time it is a fact of that time, which
 * counts against others that are recorded later, unless it is known of exactly that time. The keys begin with `of`.
 */
export const repeats = <Value>(
  values: ImmutableMap<Value>,
  { occurredAt, at }: Timed,
  isSame: (value: Value) => boolean,
  of = '',
): boolean => {
  const key = `${of}${at.toISOString()}`;
  const known = values.before(`${key}~`);
  if (!known?.[0].startsWith(of) || !isSame(known[1])) return false;
  return occurredAt === undefined || known[0] === key;
};
