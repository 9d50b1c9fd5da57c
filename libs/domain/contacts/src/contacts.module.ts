import { handlersFor } from '@annals/command-bus';
import { Module } from '@nestjs/common';
import * as commands from './contact.commands.js';
import { contact } from './contact.decider.js';
import { ContactsController } from './contacts.controller.js';

/** The process that imports it provides the bus, an EventStore, the naming and the configuration. */
@Module({
  controllers: [ContactsController],
  providers: handlersFor((configuration) => contact(configuration), commands),
})
export class ContactsModule {}
