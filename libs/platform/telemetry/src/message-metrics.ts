import { Counter, Gauge, type Registry } from 'prom-client';

/** The progress of a relay; `null` if unknown. */
export type RelayProgress = {
  readonly position: number | null;
  readonly lag: number | null;
  /** Messages that wait in the partitions of this process. */
  readonly inbound?: readonly { readonly topic: string; readonly partition: number; readonly lag: number }[];
};

/** Metrics of messages to and from other systems. */
export class MessageMetrics {
  private readonly position: Gauge;
  private readonly lag: Gauge;
  private readonly relayed: Counter;
  private readonly inbound: Counter<'topic' | 'outcome'>;
  private readonly dead: Counter<'topic'>;
  private readonly waiting: Gauge<'topic' | 'partition'>;

  constructor(
    register: Registry,
    private readonly progress: () => Promise<RelayProgress>,
  ) {
    const registers = [register];
    const labelNames = ['topic'] as const;
    this.position = new Gauge({
      name: 'annals_relay_position',
      help: 'Up to here the events of the lanes of this process are in Kafka.',
      registers,
    });
    this.lag = new Gauge({
      name: 'annals_relay_lag_events',
      help: 'Events from the first that is still to be sent to the last.',
      registers,
    });
    this.relayed = new Counter({
      name: 'annals_relayed_events_total',
      help: 'Events that Kafka has acknowledged.',
      registers,
    });
    this.inbound = new Counter({
      name: 'annals_inbound_messages_total',
      help: 'Messages by topic and outcome: done, rejected, or failed and to be tried again.',
      labelNames: ['topic', 'outcome'],
      registers,
    });
    this.waiting = new Gauge({
      name: 'annals_inbound_lag_messages',
      help: 'Messages of a partition that are not processed yet.',
      labelNames: ['topic', 'partition'],
      registers,
    });
    this.dead = new Counter({
      name: 'annals_dead_letters_total',
      help: 'Messages that could not be taken, by the topic that they came from.',
      labelNames,
      registers,
    });
  }

  /** Counts events that Kafka has acknowledged. */
  sent(events: number) {
    this.relayed.inc(events);
  }

  received(topic: string, outcome: 'done' | 'rejected' | 'failed') {
    this.inbound.inc({ topic, outcome });
  }

  deadLetter(topic: string) {
    this.dead.inc({ topic });
  }

  /** Updates the progress of the relay. Rethrows its errors. */
  async refresh() {
    const { position, lag, inbound = [] } = await this.progress();
    this.waiting.reset();
    for (const { topic, partition, lag: messages } of inbound) this.waiting.set({ topic, partition }, messages);
    show(this.position, position);
    show(this.lag, lag);
  }
}

const show = (gauge: Gauge, value: number | null) => {
  if (value === null) gauge.remove();
  else gauge.set(value);
};
