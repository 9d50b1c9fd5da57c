import { finished, patiently } from '@annals/composition';
import { Configuration } from '@annals/configuration';
import { EngineFault } from '@annals/event-sourcing';
import { Gateway, messageTrouble, type Handled, type Inbound, type MessageTrouble, type Relay } from '@annals/kafka';
import { EngineWatch, Metrics, type MessageMetrics } from '@annals/telemetry';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InboundMessages } from './inbound-messages.js';
import { Outgoing } from './outgoing.js';

const GROUP = 'annals';
const LOOK_EVERY = 5_000; // milliseconds

/** Runs the relay and the gateway as long as the application. */
@Injectable()
export class Messaging implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relay: Relay;
  private readonly gateway: Gateway;
  private readonly numbers: MessageMetrics;
  private readonly address: string;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    outgoing: Outgoing,
    { kafka: { partitions, ...kafka } }: Configuration,
    private readonly messages: InboundMessages,
    metrics: Metrics,
    private readonly engines: EngineWatch,
  ) {
    this.address = kafka.brokers.join();
    this.relay = outgoing.relay((events) => this.numbers.sent(events.length));
    const onDeadLetter = ({ topic }: { readonly topic: string }) => this.numbers.deadLetter(topic);
    this.gateway = new Gateway(kafka, { topics: messages.topics, groupId: GROUP, partitions, onDeadLetter }, (each) =>
      this.take(each),
    );
    this.numbers = metrics.ofMessages(async () => ({ ...(await this.look()), inbound: this.gateway.status().lags }));
  }

  async onApplicationBootstrap() {
    await patiently(() => this.relay.start());
    await this.gateway.start();
    this.timer = setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY).unref();
  }

  async beforeApplicationShutdown() {
    clearInterval(this.timer);
    await finished(Promise.all([this.gateway.stop(), this.relay.stop()]), this.engines);
  }

  /** Reports whether messages move. Throws errors of the log. */
  async look() {
    const relay = await this.relay.status();
    const trouble = messageTrouble(relay, this.gateway.status());
    if (trouble) this.engines.failed(this.faultOf(trouble));
    else this.engines.answered('messages');
    return relay;
  }

  /** Whether Kafka has answered since the start. */
  get isConnected(): boolean {
    return this.gateway.status().isConnected;
  }

  private faultOf(trouble: MessageTrouble) {
    return new EngineFault({ role: 'messages', product: 'Kafka', address: this.address, ...trouble });
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
