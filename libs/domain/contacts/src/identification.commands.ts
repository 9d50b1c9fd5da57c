import { command } from '@annals/command-bus';
import { call } from '@annals/contracts-contacts';
import { customerId } from '@annals/contracts-values';
import { givenPersonId } from './contact-person.js';

export class IdentifyCaller extends command(
  'IdentifyCaller',
  { callerId: call.shape.callerId, customerId, personId: givenPersonId.optional() },
  {
    post: 'callers/:callerId/identify',
    summary: { en: 'Identify an unknown caller as a customer', zh: '确认未知来访者对应的客户' },
    description: {
      en: 'The call becomes a contact of the customer, or of its contact person `personId`, at the time of the call. Register the caller first if there is no such customer. A closed caller can be identified, too; another customer cannot be named later.',
      zh: '该来访按来访时间记为客户（或其联系人 `personId`）的接触。客户尚不存在时请先登记客户。已关闭的来访者也可确认；确认后不能改为其他客户。',
    },
    needs: 'contacts.write',
    about: 'customerId',
  },
) {}
