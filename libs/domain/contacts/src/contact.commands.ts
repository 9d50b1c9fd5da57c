import { command, Fits } from '@annals/command-bus';
import { contact, type Contact } from '@annals/contracts-contacts';
import type { Origin } from '@annals/event-sourcing';
import { Expose, Transform } from 'class-transformer';

/** `occurredAt` says when the customer was contacted; `response` is `none` and `contactedBy` the actor unless told. */
export class MakeContact extends command('MakeContact') {
  @Fits(contact.shape.contactId) readonly contactId!: string;
  @Fits(contact.shape.customerId) readonly customerId!: string;
  @Fits(contact.shape.channel) readonly channel!: Contact['channel'];
  @Fits(contact.shape.direction) readonly direction!: Contact['direction'];
  @Fits(contact.shape.purpose) readonly purpose!: Contact['purpose'];
  @Fits(contact.shape.summary) readonly summary!: string;
  @Fits(contact.shape.outcome) readonly outcome!: Contact['outcome'];
  @Fits(contact.shape.response.optional()) readonly response?: Contact['response'];
  @Fits(contact.shape.durationSeconds) readonly durationSeconds?: Contact['durationSeconds'];
  @Fits(contact.shape.person) readonly person?: Contact['person'];

  @Expose() // a field that was not sent is transformed, too
  @Transform(({ value, obj }) => (value as unknown) ?? actorOf(obj as Incoming))
  @Fits(contact.shape.contactedBy)
  readonly contactedBy!: Contact['contactedBy'];
}

type Incoming = { readonly origin?: Origin };

const actorOf = ({ origin }: Incoming) => origin && { id: origin.actor };
