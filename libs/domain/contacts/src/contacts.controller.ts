import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { MakeContact } from './contact.commands.js';

@Controller('v1/customers/:customerId/contacts')
export class ContactsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint('', 'Record a contact with a customer')
  make(@FromRequest({ creates: 'contactId' }) command: MakeContact) {
    return this.commands.execute(command);
  }
}
