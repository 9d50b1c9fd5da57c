import { CheckpointConflict, Fenced, isDeadline, isFanOut } from '@annals/event-sourcing';
import type { ViewStore, EventStore, Lease, Policy } from '@annals/event-sourcing';
import { FanningOut } from './fan-out.js';
import { Deadlines, Meeting, type DueViews } from './meeting.js';
import { Place } from './place.js';
import { distinct, policyOptions, type PolicyOptions, type Send } from './policy-options.js';
import { policyStatus, POLICIES, type PolicyStatus } from './policy-status.js';
import { reacted, Reacting } from './reacting.js';
import { Reporting } from './reporting.js';
import { Retry } from './retry.js';
import { Sending } from './sending.js';
import type { Work } from './work.js';

type Tenure = { readonly lease: Lease; readonly over: AbortController; readonly ended: Promise<unknown> };

/**
 * Runs policies. Of all processes on the same stores, one acts under a lease; when it dies, another one takes over after
 * the lease has expired. Each cause takes effect exactly once, because command ids are derived from it.
 */
export class PolicyRunner {
  private readonly options: PolicyOptions;
  private readonly policies: readonly Policy[];
  private readonly reporting: Reporting;
  private readonly sending: Sending;
  private readonly deadlines: ReadonlyMap<string, Deadlines>;
  private running: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;
  private tenure: Tenure | undefined;

  constructor(
    private readonly log: EventStore,
    private readonly store: ViewStore,
    private readonly views: DueViews,
    policies: readonly Policy[],
    options: Partial<PolicyOptions> & { readonly send: Send },
  ) {
    this.options = policyOptions(options);
    this.policies = distinct(policies);
    this.reporting = new Reporting(this.options);
    this.sending = new Sending(options.send, this.reporting, this.options);
    this.deadlines = new Map(
      policies
        .filter(isDeadline)
        .map((policy) => [policy.name, new Deadlines(policy, log, views, this.sending, this.options)]),
    );
  }

  /** Whether this process holds the lease. */
  get isActing(): boolean {
    return this.tenure !== undefined;
  }

  /** Returns when new policies have a position, or another process holds the lease. Errors of the stores are retried. */
  async start() {
    if (this.running) return;
    const stop = new AbortController();
    await this.beat().catch((error: unknown) => this.ill(error));
    this.running = { stop, ended: this.keepBeating(stop.signal) };
  }

  /** Returns when the work in progress is finished and the lease is released. */
  async stop() {
    this.running?.stop.abort();
    await this.running?.ended;
    this.running = undefined;
    const lease = this.tenure?.lease;
    await this.giveUp();
    if (lease) await this.store.release(lease).catch(() => undefined); // it expires by itself
  }

  /**
   * Acts on every deadline before `now`, without the lease, and returns the number of due documents. Repeating it does
   * nothing. A view that stays behind the log for `patience` milliseconds is skipped until the next check.
   */
  async meetDeadlines(now: Date, patience = this.options.patience): Promise<number> {
    let met = 0;
    for (const deadlines of this.deadlines.values())
      met += (await deadlines.meet(now, new AbortController().signal, patience)).count;
    return met;
  }

  status(): Promise<readonly PolicyStatus[]> {
    return policyStatus(this.log, this.store, this.policies, this.options.time.now());
  }

  /** A heartbeat: renews the lease, or takes it when it is free. */
  async beat() {
    const { owner, ttl } = this.options;
    const isKept = this.tenure && (await this.store.renew(this.tenure.lease, ttl));
    if (isKept) return;
    await this.giveUp();
    const lease = await this.store.lease(POLICIES, owner, ttl);
    if (lease) await this.takeUp(lease);
  }

  private async keepBeating(signal: AbortSignal) {
    while (!signal.aborted) {
      await this.options.time.sleep(this.options.ttl / 3, signal);
      if (!signal.aborted) await this.beat().catch((error: unknown) => this.ill(error));
    }
  }

  private async takeUp(lease: Lease) {
    const over = new AbortController();
    const works = this.policies.map((policy) =>
      this.workOf(policy, new Place(this.store, policy.name, lease, this.log)),
    );
    const begun = await Promise.allSettled(works.map(({ work }) => work.begin()));
    const ended = Promise.all(works.map(({ work, place }) => this.keepOn(work, place, over.signal)));
    this.tenure = { lease, over, ended };
    for (const { reason } of begun.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[])
      this.ill(reason);
  }

  private async giveUp() {
    this.tenure?.over.abort();
    await this.tenure?.ended;
    this.tenure = undefined;
  }

  private workOf(policy: Policy, place: Place): { readonly work: Work; readonly place: Place } {
    if (isDeadline(policy)) return { work: new Meeting(this.deadlines.get(policy.name)!, place, this.options), place };
    const act = isFanOut(policy)
      ? new FanningOut(policy, this.views, this.sending, this.options).act
      : reacted(policy, this.sending);
    return { work: new Reacting(policy, this.log, place, act, this.options), place };
  }

  private async keepOn(work: Work, place: Place, signal: AbortSignal) {
    const retry = new Retry(this.options, place);
    while (!signal.aborted) {
      try {
        const wait = await work.turn(signal, () => retry.succeeded());
        await this.options.time.sleep(wait, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!isTaken(error)) this.reporting.tell({ policy: work.policy, kind: 'failed', error });
        await retry.failed(error, signal);
      }
    }
  }

  private ill(error: unknown) {
    this.reporting.tell({ policy: POLICIES, kind: 'failed', error });
  }
}

/** Another process holds the lease; the next heartbeat notices it. */
const isTaken = (error: unknown) => error instanceof Fenced || error instanceof CheckpointConflict;
