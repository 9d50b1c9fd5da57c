import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CancelInvoice, IssueInvoice, ReceivePayment } from './invoice.commands.js';

@Controller('v1')
export class InvoicesController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint('invoices', 'Record an invoice or a credit note that was issued')
  issue(@FromRequest({ creates: 'invoiceId' }) command: IssueInvoice) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('invoices/:invoiceId/cancel', 'Record that an invoice was cancelled')
  cancel(@FromRequest() command: CancelInvoice) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('payments', 'Record a payment, of an invoice or on account')
  receive(@FromRequest({ creates: 'paymentId' }) command: ReceivePayment) {
    return this.commands.execute(command);
  }
}
