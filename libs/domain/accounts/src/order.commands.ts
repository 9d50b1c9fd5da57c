import { command, Fits } from '@annals/command-bus';
import { delivery, order, type DeliveredLine, type OrderLine } from '@annals/contracts-accounts';
import { id, type Money } from '@annals/contracts-values';

const { deliveryId, complete, carrier, trackingNumber, recipient } = delivery.shape;

export class PlaceOrder extends command('PlaceOrder') {
  @Fits(id) readonly orderId!: string;
  @Fits(id) readonly customerId!: string;
  @Fits(order.shape.number.optional()) readonly number?: string | null;
  @Fits(order.shape.value.strict()) readonly value!: Money;
  @Fits(order.shape.lines.optional()) readonly lines?: readonly OrderLine[];
  @Fits(order.shape.expectedOn.optional()) readonly expectedOn?: string | null;
}

/** Names the customer, too, because word of a delivery may come before word of its order. */
export class NoteDelivery extends command('NoteDelivery') {
  @Fits(id) readonly orderId!: string;
  @Fits(id) readonly customerId!: string;
  @Fits(deliveryId) readonly deliveryId!: string;
  @Fits(complete) readonly complete!: boolean;
  @Fits(delivery.shape.lines.optional()) readonly lines?: readonly DeliveredLine[];
  @Fits(carrier.optional()) readonly carrier?: string | null;
  @Fits(trackingNumber.optional()) readonly trackingNumber?: string | null;
  @Fits(recipient.optional()) readonly recipient?: string | null;
}

export class CancelOrder extends command('CancelOrder') {
  @Fits(id) readonly orderId!: string;
  @Fits(id) readonly customerId!: string;
}
