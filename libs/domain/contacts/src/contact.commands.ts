import { command } from '@annals/command-bus';
import { contact } from '@annals/contracts-contacts';

export class MakeContact extends command(
  'MakeContact',
  { ...contact.omit({ contactedAt: true }).shape, response: contact.shape.response.optional() },
  {
    post: 'customers/:customerId/contacts',
    summary: { en: 'Record a contact with a customer', zh: '记录客户接触' },
    description: {
      en: '`occurredAt` is when the customer was contacted. By default, `response` is `none` and `contactedBy` is the caller. An outbound contact must comply with consent, do-not-contact, quiet hours and frequency cap.',
      zh: '`occurredAt` 表示接触时间；未给出时 `response` 为 `none`，`contactedBy` 为调用方。呼出接触须符合客户同意、禁止联系、免打扰时段和频次上限。',
    },
    needs: 'contacts.write',
    about: 'customerId',
    creates: 'contactId',
    fills: { contactedBy: ({ actor }) => ({ id: actor }) },
  },
) {}
