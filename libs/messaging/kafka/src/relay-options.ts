import type { CloudEvent, Publisher } from '@annals/contracts-published';
import type { KafkaOptions } from './connections.js';

export type RelayOptions = {
  readonly kafka: KafkaOptions;
  /** The events to publish. */
  readonly publisher: Publisher;
  readonly topic: string;
  /** Partitions of the topic, if it has to be created. */
  readonly partitions: number;
  /** Number of lanes that the partitions are divided into; the same in every process of an installation. */
  readonly lanes: number;
  /** Maximum number of events read at once. */
  readonly batch: number;
  /** Unique name of this process. */
  readonly owner: string;
  /** Milliseconds for which a process keeps its lanes without renewing them. */
  readonly ttl: number;
  /** Milliseconds between looks at whether the topic still has what it was sent. */
  readonly lookEvery: number;
  /** Receives events that Kafka has acknowledged, all of one partition. */
  readonly onSent?: (events: readonly CloudEvent[]) => void;
  /** Wraps the sending of events, all to one partition, for example to trace it. */
  readonly around?: (events: readonly CloudEvent[], send: () => Promise<void>) => Promise<void>;
};
