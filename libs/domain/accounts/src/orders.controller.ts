import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CancelOrder, NoteDelivery, PlaceOrder } from './order.commands.js';

@Controller('v1/orders')
export class OrdersController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint('', 'Record an order that was placed')
  place(@FromRequest({ creates: 'orderId' }) command: PlaceOrder) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':orderId/deliveries', 'Record that an order, or a part of it, was delivered')
  deliver(@FromRequest({ creates: 'deliveryId' }) command: NoteDelivery) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':orderId/cancel', 'Record that an order was cancelled')
  cancel(@FromRequest() command: CancelOrder) {
    return this.commands.execute(command);
  }
}
