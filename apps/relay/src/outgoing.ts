import { Configuration } from '@annals/configuration';
import { OUTGOING_TOPIC, publisherOf, type CloudEvent } from '@annals/contracts-published';
import { EventStore, ViewStore } from '@annals/event-sourcing';
import { Relay } from '@annals/kafka';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { relayTracing } from '@annals/telemetry';
import { Inject, Injectable } from '@nestjs/common';

/** Creates the relay of the events that the slices publish. */
@Injectable()
export class Outgoing {
  constructor(
    private readonly log: EventStore,
    private readonly documents: ViewStore,
    private readonly configuration: Configuration,
    @Inject(CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /** `onSent` receives events that Kafka has acknowledged. */
  relay(onSent: (events: readonly CloudEvent[]) => void): Relay {
    const { kafka, relayLanes: lanes, leaseSeconds } = this.configuration;
    const { partitions, ...connection } = kafka;
    return new Relay(this.log, this.documents, {
      ...{ kafka: connection, partitions, lanes, ttl: leaseSeconds * 1_000, onSent },
      publisher: publisherOf(this.catalogue.publications),
      around: (events, send) => relayTracing.tracePromise(send, { topic: OUTGOING_TOPIC, events }),
    });
  }
}
