import { handlersFor } from '@annals/command-bus';
import { Module } from '@nestjs/common';
import * as dealCommands from './deal.commands.js';
import { deal } from './deal.decider.js';
import { DealsController } from './deals.controller.js';

/** The process that imports it provides the bus, an EventStore, `NAMING` and the Configuration. */
@Module({
  controllers: [DealsController],
  providers: handlersFor(deal, dealCommands),
})
export class DealsModule {}
