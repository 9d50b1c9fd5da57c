import { command } from '@annals/command-bus';
import { contact } from '@annals/contracts-contacts';

/** `occurredAt` says when the customer was contacted; `response` is `none` and `contactedBy` the actor unless told. */
export class MakeContact extends command(
  'MakeContact',
  { ...contact.omit({ contactedAt: true }).shape, response: contact.shape.response.optional() },
  {
    post: 'customers/:customerId/contacts',
    summary: { en: 'Record a contact with a customer', zh: '记录客户接触' },
    needs: 'contacts.write',
    about: 'customerId',
    creates: 'contactId',
    fills: { contactedBy: ({ actor }) => ({ id: actor }) },
  },
) {}
