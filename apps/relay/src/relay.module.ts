import { AccountHandlersModule } from '@annals/domain-accounts';
import { Readiness } from '@annals/telemetry';
import { Module } from '@nestjs/common';
import { InboundMessages } from './inbound-messages.js';
import { Messaging } from './messaging.js';

@Module({ imports: [AccountHandlersModule], providers: [InboundMessages, Messaging] })
export class RelayModule {
  constructor(messaging: Messaging, readiness: Readiness) {
    readiness.watch(() => messaging.troubles());
  }
}
