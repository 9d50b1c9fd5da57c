import { Readiness } from '@annals/telemetry';
import { Module } from '@nestjs/common';
import { InboundMessages } from './inbound-messages.js';
import { Messaging } from './messaging.js';
import { Outgoing } from './outgoing.js';

@Module({ providers: [InboundMessages, Outgoing, Messaging] })
export class RelayModule {
  constructor(messaging: Messaging, readiness: Readiness) {
    readiness.watch(async () => {
      await messaging.look(); // its state is one of those of engines
      return messaging.isConnected ? [] : [{ reason: 'MessagesStandStill', trouble: 'Kafka has not answered yet.' }];
    });
  }
}
