import { Configuration } from '@annals/configuration';
import { Gateway, type Handled, type Inbound, type Relay } from '@annals/kafka';
import { Metrics, type MessageMetrics, type Unreadiness } from '@annals/telemetry';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InboundMessages } from './inbound-messages.js';
import { Outgoing } from './outgoing.js';

const GROUP = 'annals';

/** Runs the relay and the gateway as long as the application. */
@Injectable()
export class Messaging implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relay: Relay;
  private readonly gateway: Gateway;
  private readonly numbers: MessageMetrics;

  constructor(
    outgoing: Outgoing,
    { kafka: { partitions, ...kafka } }: Configuration,
    private readonly messages: InboundMessages,
    metrics: Metrics,
  ) {
    this.relay = outgoing.relay((events) => this.numbers.sent(events.length));
    const onDeadLetter = ({ topic }: { readonly topic: string }) => this.numbers.deadLetter(topic);
    this.gateway = new Gateway(kafka, { topics: messages.topics, groupId: GROUP, partitions, onDeadLetter }, (each) =>
      this.take(each),
    );
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

  /** Why messages are not moving, if they are not. */
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
