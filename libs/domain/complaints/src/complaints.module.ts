import { handlersFor } from '@annals/command-bus';
import { Module } from '@nestjs/common';
import * as complaintCommands from './complaint.commands.js';
import { complaint } from './complaint.decider.js';
import { ComplaintsController } from './complaints.controller.js';
import { policyOf } from './due-time.js';

/** The process that imports it provides the bus, an EventStore, the naming and the configuration. */
@Module({
  controllers: [ComplaintsController],
  providers: handlersFor((configuration) => complaint(policyOf(configuration)), complaintCommands),
})
export class ComplaintsModule {}
