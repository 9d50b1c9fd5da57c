import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  AssignOwner,
  ChangeData,
  GiveConsent,
  MarkLost,
  RecordNeed,
  RegisterCustomer,
  SetContactPreference,
  WinBack,
  WithdrawConsent,
} from './customer.commands.js';

@Controller('v1/customers')
export class CustomersController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint('', 'Register a customer')
  register(@FromRequest({ creates: 'customerId' }) command: RegisterCustomer) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':customerId/change-data', 'Change what the file of a customer says')
  changeData(@FromRequest() command: ChangeData) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':customerId/assign-owner', 'Name the one who looks after a customer')
  assignOwner(@FromRequest() command: AssignOwner) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':customerId/needs', 'Record a need of a customer')
  recordNeed(@FromRequest({ creates: 'needId' }) command: RecordNeed) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':customerId/contact-preference', 'Set how and when a customer wants to be contacted')
  setContactPreference(@FromRequest() command: SetContactPreference) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':customerId/consents', 'Give consent to contacts of a purpose over a channel')
  giveConsent(@FromRequest() command: GiveConsent) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':customerId/consents/withdraw', 'Withdraw a consent, or object to such contacts')
  withdrawConsent(@FromRequest() command: WithdrawConsent) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':customerId/mark-lost', 'Record that a customer is lost')
  markLost(@FromRequest() command: MarkLost) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':customerId/win-back', 'Record that a lost customer is back')
  winBack(@FromRequest() command: WinBack) {
    return this.commands.execute(command);
  }
}
