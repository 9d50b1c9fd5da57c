import { ENGINE_WORDS, engineFaultIn } from '@annals/event-sourcing';
import type { ViewStatus } from '@annals/projecting';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CertificateMetrics } from './certificate-metrics.js';
import type { Health } from './health.js';
import { LOG_STATES } from './log-states.js';
import { MessageMetrics, type RelayProgress } from './message-metrics.js';

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]; // seconds

/** Metrics of one process in the format of Prometheus. Labels never contain data of requests. */
export class Metrics {
  private readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'annals_http_request_duration_seconds',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: FAST,
    registers: [this.registry],
  });

  readonly commands = new Histogram({
    name: 'annals_command_duration_seconds',
    help: 'Commands by type and outcome: done, refused by a rule, or failed.',
    labelNames: ['type', 'outcome'],
    buckets: FAST,
    registers: [this.registry],
  });

  readonly appended = new Counter({
    name: 'annals_events_appended_total',
    help: 'Events that this process has appended, by type.',
    labelNames: ['type'],
    registers: [this.registry],
  });

  private readonly position = this.ofViews('annals_view_position', 'The last event that a view has seen.');
  private readonly lagEvents = this.ofViews('annals_view_lag_events', 'Events that a view has not seen yet.');
  private readonly lagSeconds = this.ofViews(
    'annals_view_lag_seconds',
    'Age of the oldest event that a view has not seen.',
  );
  private readonly failed = this.ofViews('annals_view_failed', '1 for a view that an event has stopped.');
  private readonly parked = this.ofViews('annals_view_parked_keys', 'Documents that a view has set aside.');
  private readonly engines = new Gauge({
    name: 'annals_engine_state',
    help: '1 while an engine is in this state.',
    labelNames: ['state'],
    registers: [this.registry],
  });
  private messages: MessageMetrics | undefined;
  private readonly certificate: CertificateMetrics | undefined;
  private readonly state = new Gauge({
    name: 'annals_view_state',
    help: '1 for the state of a view, with the word of /v1/projections.',
    labelNames: ['view', 'state'],
    registers: [this.registry],
  });
  private readonly rebuilding = this.ofViews('annals_view_rebuilding', '1 for a view that is being built anew.');

  private readonly collisions = new Gauge({
    name: 'annals_identifier_collisions',
    help: 'Unique values that several records have since an upgrade, to be settled.',
    registers: [this.registry],
  });

  private readonly faults = new Gauge({
    name: 'annals_log_faults',
    help: 'What is wrong with the log, by kind, with the word of /health/ready.',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  private readonly foreign = new Gauge({
    name: 'annals_foreign_events',
    help: 'Events of other programs that this process has passed over in the log since its start.',
    registers: [this.registry],
  });

  constructor(private readonly health: Health) {
    collectDefaultMetrics({ register: this.registry });
    if (health.certificate) this.certificate = new CertificateMetrics(this.registry, () => health.certificate!());
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** For a process that exchanges messages with other systems; `progress` is called at every scrape. */
  ofMessages(progress: () => Promise<RelayProgress>): MessageMetrics {
    return (this.messages ??= new MessageMetrics(this.registry, progress));
  }

  async text(): Promise<string> {
    this.state.reset();
    for (const { view, position, lag, state, parked, rebuild } of await this.views()) {
      this.position.set({ view }, position);
      this.lagEvents.set({ view }, lag.events);
      this.lagSeconds.set({ view }, lag.seconds);
      this.failed.set({ view }, state === 'failed' ? 1 : 0);
      this.state.set({ view, state }, 1);
      this.parked.set({ view }, parked);
      this.rebuilding.set({ view }, state === 'rebuilding' || rebuild?.state === 'running' ? 1 : 0);
    }
    await this.refreshCollisions().catch(unlessEngine);
    await this.refreshFaults().catch(unlessEngine);
    await this.messages?.refresh().catch(unlessEngine);
    this.showEngines();
    this.certificate?.refresh();
    return this.registry.metrics();
  }

  private async views(): Promise<readonly ViewStatus[]> {
    return (await this.health.views().catch(unlessEngine)) ?? [];
  }

  private showEngines() {
    const states = new Set<string>(this.health.engines?.().map(({ reason }) => reason));
    for (const state of ENGINE_WORDS) this.engines.set({ state }, states.has(state) ? 1 : 0);
  }

  private async refreshFaults() {
    this.foreign.set((await this.health.passedOver?.()) ?? 0);
    const kinds = (await this.health.faults?.())?.first.map(({ fault }) => fault.kind) ?? [];
    for (const kind of Object.keys(LOG_STATES)) this.faults.set({ kind }, kinds.filter((each) => each === kind).length);
  }

  private async refreshCollisions() {
    this.collisions.set((await this.health.collisions?.()) ?? 0);
  }

  private ofViews(name: string, help: string): Gauge<'view'> {
    return new Gauge({ name, help, labelNames: ['view'], registers: [this.registry] });
  }
}

const unlessEngine = (error: unknown): undefined => {
  if (!engineFaultIn(error)) throw error;
};
