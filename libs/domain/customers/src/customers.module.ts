import { handlersFor } from '@annals/command-bus';
import { Module } from '@nestjs/common';
import * as commands from './customer.commands.js';
import { customer } from './customer.decider.js';
import { CustomersController } from './customers.controller.js';

/** What carries the commands out. The process that imports it provides the bus, an EventStore, the naming and the configuration. */
@Module({ providers: handlersFor(customer, commands) })
export class CustomerHandlersModule {}

@Module({ imports: [CustomerHandlersModule], controllers: [CustomersController] })
export class CustomersModule {}
