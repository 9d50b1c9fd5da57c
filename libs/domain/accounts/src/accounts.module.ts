import { handlersFor } from '@annals/command-bus';
import { Module } from '@nestjs/common';
import * as invoiceCommands from './invoice.commands.js';
import { invoice } from './invoice.decider.js';
import { InvoicesController } from './invoices.controller.js';
import * as meterCommands from './meter.commands.js';
import { meter } from './meter.decider.js';
import { MetersController } from './meters.controller.js';
import * as orderCommands from './order.commands.js';
import { order } from './order.decider.js';
import { OrdersController } from './orders.controller.js';

/** What carries the commands out. The process that imports it provides the bus, an EventStore, the naming and the configuration. */
@Module({
  providers: [
    ...handlersFor(order, orderCommands),
    ...handlersFor(invoice, invoiceCommands),
    ...handlersFor(meter, meterCommands),
  ],
})
export class AccountHandlersModule {}

@Module({ imports: [AccountHandlersModule], controllers: [OrdersController, InvoicesController, MetersController] })
export class AccountsModule {}
