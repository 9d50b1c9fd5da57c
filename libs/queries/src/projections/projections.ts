import { EventStore, RecordStore, ViewStore } from '@annals/event-sourcing';
import { decodeCursor, encodeCursor } from '@annals/http';
import {
  dropPrevious,
  keepSkips,
  parkedPage,
  PolicyRunner,
  PROJECTED_LOG,
  ProjectionRunner,
  retryParked,
  rollBack,
  skipParked,
} from '@annals/projecting';
import type { AnyProjection, Decision, Parked, PolicyStatus, ViewStatus } from '@annals/projecting';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { PageQuery } from '../page.js';
import { told } from './errors.js';
import { projectionProblems } from './projections.problems.js';

/** A view as those see it who look after it. */
export type ProjectionState = Omit<ViewStatus, 'view'> & { readonly name: string };
/** The views, and the policies that act by themselves. */
export type ProjectionList = {
  /** Since when the event log has not answered; `null` while it does. */
  readonly logAwaySince: string | null;
  /** Events of other programs that this process has passed over in the log since its start. */
  readonly foreignEvents: number;
  readonly items: readonly ProjectionState[];
  readonly policies: readonly PolicyStatus[];
};
export type ParkedPage = { readonly items: readonly Parked[]; readonly next: string | null };
/** `parked` is what the key is parked on now: the next event that does not fit. */
export type SettledKey = {
  /** @example customer-list */
  readonly projection: string;
  readonly key: string;
  readonly parked: Parked | null;
};

/** What can be done to views while they are read. */
@Injectable()
export class Projections implements BeforeApplicationShutdown {
  private readonly log = new Logger(Projections.name);
  private readonly end = new AbortController();
  private readonly rebuilding = new Set<Promise<void>>();

  constructor(
    @Inject(PROJECTED_LOG) private readonly projected: EventStore,
    private readonly store: ViewStore,
    private readonly runner: ProjectionRunner,
    private readonly acting: PolicyRunner,
    private readonly records: RecordStore,
  ) {}

  async list(): Promise<Omit<ProjectionList, 'logAwaySince'>> {
    const foreign = this.runner.passedOver();
    const [items, policies, foreignEvents] = await Promise.all([this.states(), this.acting.status(), foreign]);
    return { foreignEvents, items, policies };
  }

  async states(): Promise<readonly ProjectionState[]> {
    return (await this.runner.status()).map(({ view: name, ...rest }) => ({ name, ...rest }));
  }

  async state(name: string): Promise<ProjectionState> {
    this.named(name);
    return (await this.states()).find((state) => state.name === name)!;
  }

  async parked(name: string, { limit, cursor }: PageQuery): Promise<ParkedPage> {
    const { items, next } = await parkedPage(this.store, this.named(name).name, {
      limit,
      after: decodeCursor(cursor),
    });
    return { items, next: encodeCursor(next) };
  }

  async retry(name: string, key: string): Promise<SettledKey> {
    await told(retryParked(this.projected, this.store, this.named(name), key));
    return { projection: name, key, parked: null };
  }

  async skip(name: string, key: string, decision: Decision): Promise<SettledKey> {
    const parked = await told(skipParked(this.projected, this.store, this.named(name), key, decision));
    await keepSkips(this.records, this.store);
    return { projection: name, key, parked: parked ?? null };
  }

  /** Returns when the rebuild has begun; it goes on by itself, and `state` tells how far it is. */
  async rebuild(name: string, actor: string): Promise<ProjectionState> {
    const projection = this.named(name);
    const begun = Promise.withResolvers<void>();
    const { signal } = this.end;
    const done = this.runner.rebuild(projection, { actor, signal, onProgress: () => begun.resolve() });
    const ended = done.then(
      ({ collection, documents }) => this.log.log(`${collection} is served: ${documents} documents.`),
      (error: Error) => this.log.warn(`${name} was not rebuilt: ${error.message}`),
    );
    this.rebuilding.add(ended);
    void ended.finally(() => this.rebuilding.delete(ended));
    await told(Promise.race([begun.promise, done]));
    return this.state(name);
  }

  async rollBack(name: string): Promise<ProjectionState> {
    await told(rollBack(this.store, this.named(name).name));
    return this.state(name);
  }

  async dropPrevious(name: string): Promise<ProjectionState> {
    await told(dropPrevious(this.store, this.named(name).name));
    return this.state(name);
  }

  /** The served collections stay as they are. */
  async beforeApplicationShutdown() {
    this.end.abort();
    await Promise.all(this.rebuilding);
  }

  private named(name: string): AnyProjection {
    return (
      this.runner.projections.find((projection) => projection.name === name) ??
      projectionProblems.fail('ProjectionNotFound', { id: name })
    );
  }
}
