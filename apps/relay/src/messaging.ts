import { Configuration } from '@annals/configuration';
import { inboundMessages } from '@annals/contracts-accounts';
import { OUTGOING_TOPIC } from '@annals/contracts-published';
import { DocumentStore, EventStore } from '@annals/event-sourcing';
import { Gateway, Relay, type Handled, type Inbound } from '@annals/kafka';
import { Metrics, relayTracing, type MessageMetrics, type Unreadiness } from '@annals/telemetry';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InboundMessages } from './inbound-messages.js';

const GROUP = 'annals';

/** Runs the relay and the gateway as long as the application. */
@Injectable()
export class Messaging implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relay: Relay;
  private readonly gateway: Gateway;
  private readonly numbers: MessageMetrics;

  constructor(
    log: EventStore,
    documents: DocumentStore,
    { kafka: { partitions, ...kafka }, relayLanes, leaseSeconds }: Configuration,
    private readonly messages: InboundMessages,
    metrics: Metrics,
  ) {
    this.relay = new Relay(log, documents, {
      ...{ kafka, partitions, lanes: relayLanes, ttl: leaseSeconds * 1_000 },
      onSent: (events) => this.numbers.sent(events.length),
      around: (events, send) => relayTracing.tracePromise(send, { topic: OUTGOING_TOPIC, events }),
    });
    const topics = [...new Set(inboundMessages.map(({ topic }) => topic))];
    const onDeadLetter = ({ topic }: { readonly topic: string }) => this.numbers.deadLetter(topic);
    this.gateway = new Gateway(kafka, { topics, groupId: GROUP, partitions, onDeadLetter }, (each) => this.take(each));
    this.numbers = metrics.ofMessages(() => this.relay.status());
  }

  async onApplicationBootstrap() {
    await this.relay.start();
    await this.gateway.start();
  }

  async beforeApplicationShutdown() {
    await this.gateway.stop();
    await this.relay.stop();
  }

  /** Why messages stand still, if they do. */
  async troubles(): Promise<readonly Unreadiness[]> {
    const states = [await this.relay.status(), this.gateway.status()];
    const troubles = states.flatMap(({ trouble }) => trouble ?? []);
    return troubles.map((trouble) => ({ reason: 'MessagesStandStill', trouble }));
  }

  private async take(message: Inbound): Promise<Handled> {
    try {
      const handled = await this.messages.take(message);
      this.numbers.received(message.topic, handled === 'done' ? 'done' : 'rejected');
      return handled;
    } catch (error) {
      this.numbers.received(message.topic, 'failed');
      throw error;
    }
  }
}
