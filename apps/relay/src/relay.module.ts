import { AccountHandlersModule } from '@annals/domain-accounts';
import { Module } from '@nestjs/common';
import { InboundMessages } from './inbound-messages.js';
import { Messaging } from './messaging.js';

@Module({ imports: [AccountHandlersModule], providers: [InboundMessages, Messaging] })
export class RelayModule {}
