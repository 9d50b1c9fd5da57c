import type { CloudEvent, Publisher } from '@annals/contracts-published';
import type { KafkaOptions } from './connections.js';

export type RelayOptions = {
  readonly kafka: KafkaOptions;
  /** What leaves. */
  readonly publisher: Publisher;
  readonly topic: string;
  /** With how many partitions a missing topic is created. */
  readonly partitions: number;
  /** Over how many lanes the partitions are spread: the same number in all processes of an installation. */
  readonly lanes: number;
  /** The most events that are read at once. */
  readonly batch: number;
  /** Names this process, and no other one. */
  readonly owner: string;
  /** How long a process that gives no sign of life keeps its lanes, in milliseconds. */
  readonly ttl: number;
  /** Hears of events that Kafka has acknowledged, all of one partition. */
  readonly onSent?: (events: readonly CloudEvent[]) => void;
  /** Carries out the sending of events, all to one partition, and may watch it. */
  readonly around?: (events: readonly CloudEvent[], send: () => Promise<void>) => Promise<void>;
};
