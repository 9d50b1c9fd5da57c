import { collectionOf, engineFaultIn, isDeadline } from '@annals/event-sourcing';
import type { Condition, Deadline, ViewStore, EventStore, Policy } from '@annals/event-sourcing';
import { isOf } from '../rebuilds/builds.js';
import { dueAfter, dueAt, instantOf } from './due.js';
import { placeOf, type Trouble } from './place.js';

/** The lease under which one process of an installation runs the policies. */
export const POLICIES = 'policies';

export type PolicyState = 'live' | 'behind' | 'waiting' | 'stopped';

/** The state of a policy. `waiting`: an error is being retried; `stopped`: no process runs policies. */
export type PolicyStatus = {
  /** @example complaint-overdue */
  readonly policy: string;
  readonly waitsFor: 'events' | 'deadlines';
  readonly state: PolicyState;
  /** Its position in the log; `null` for deadlines, which have none. */
  readonly position: number | null;
  /** `due`: events or documents that it has to act on; `seconds`: for how long the oldest of them has been due. */
  readonly lag: {
    readonly due: number;
    /** @fraction */
    readonly seconds: number;
  };
  /**
   * The time of the next deadline.
   * @example 2026-01-07T15:00:00.000Z
   */
  readonly next: string | null;
  /** Its error, and since when it has occurred. */
  readonly trouble: Trouble | null;
  /**
   * The process that runs it.
   * @example host-1:4711
   */
  readonly owner: string | null;
};

const BATCH = 1_000; // events
const MOST = 10_000; // maximum number of events that are counted

/** The status of policies, available in any process. */
export const policyStatus = async (
  log: EventStore,
  store: ViewStore,
  policies: readonly Policy[],
  now = new Date(),
): Promise<readonly PolicyStatus[]> => {
  const owner = (await store.leases(POLICIES)).find(({ name }) => name === POLICIES)?.owner ?? null;
  return Promise.all(
    policies.map(async (policy): Promise<PolicyStatus> => {
      const place = await placeOf(store, policy.name);
      const { away = null, ...own } = isDeadline(policy)
        ? await deadlineStatus(store, policy, now)
        : await reactionUnlessAway(log, Object.keys(policy.on), place?.position, now);
      const trouble = place?.trouble ?? away;
      return { policy: policy.name, ...own, state: stateOf(owner, trouble, own.lag.seconds), trouble, owner };
    }),
  );
};

type Own = Pick<PolicyStatus, 'waitsFor' | 'position' | 'lag' | 'next'> & { readonly away?: Trouble };

const reactionUnlessAway = async (...[log, types, position, now]: Parameters<typeof reactionStatus>): Promise<Own> => {
  try {
    return await reactionStatus(log, types, position, now);
  } catch (error) {
    const fault = engineFaultIn(error);
    if (!fault) throw error;
    const away = { message: fault.message, since: now.toISOString() };
    return { waitsFor: 'events', position: position ?? null, next: null, lag: { due: 0, seconds: 0 }, away };
  }
};

const reactionStatus = async (
  log: EventStore,
  types: readonly string[],
  position: number | undefined,
  now: Date,
): Promise<Own> => {
  const own = { waitsFor: 'events', position: position ?? null, next: null } as const;
  if (position === undefined) return { ...own, lag: { due: 0, seconds: 0 } };
  let due = 0;
  let since: string | undefined;
  for await (const events of log.readAll(position, { types, batch: BATCH })) {
    since ??= events[0]!.recordedAt;
    due += events.length;
    if (due >= MOST) break;
  }
  return { ...own, lag: { due, seconds: secondsSince(since, now) } };
};

const deadlineStatus = async (store: ViewStore, deadline: Deadline, now: Date): Promise<Own> => {
  const { view } = deadline;
  const collection = (await store.served(view.name)) ?? collectionOf(view);
  if (!isOf(view, collection))
    // another one is served while the view is built
    return { waitsFor: 'deadlines', position: null, next: null, lag: { due: 0, seconds: 0 } };
  const past = dueAt(deadline, now);
  const [due, oldest, next] = await Promise.all([
    store.count(collection, past),
    firstOf(store, collection, past, deadline),
    firstOf(store, collection, dueAfter(deadline, now), deadline),
  ]);
  return {
    waitsFor: 'deadlines',
    position: null,
    next: next ?? null,
    lag: { due, seconds: secondsSince(oldest, now) },
  };
};

const firstOf = async (
  store: ViewStore,
  collection: string,
  where: readonly Condition[],
  deadline: Deadline,
): Promise<string | undefined> => {
  const { documents } = await store.find(collection, { where, sort: { field: deadline.due }, limit: 1 });
  const due = (documents[0]?.body as Readonly<Record<string, string>> | undefined)?.[deadline.due];
  return due === undefined ? undefined : instantOf(deadline, due).toISOString();
};

const secondsSince = (since: string | undefined, now: Date) =>
  since === undefined ? 0 : Math.max(0, (now.getTime() - Date.parse(since)) / 1_000);

const FRESH = 1; // seconds

const stateOf = (owner: string | null, trouble: Trouble | null, seconds: number): PolicyState => {
  if (owner === null) return 'stopped';
  if (trouble) return 'waiting';
  return seconds > FRESH ? 'behind' : 'live';
};
