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
      en: 'The call becomes a contact of the customer, or of its contact person `personId`, at the time of the call. If there is no such customer yet, send `RegisterCustomer` and then `IdentifyCaller` to `POST /v1/commands` in one request with an `Idempotency-Key`: they are carried out in this order, the second only if the customer is there, and the request can be repeated. A closed caller can be identified, too; another customer cannot be named later.',
      zh: '该来访按来访时间记为客户（或其联系人 `personId`）的接触。客户尚不存在时，请在一次 `POST /v1/commands` 请求中依次发送 `RegisterCustomer` 和 `IdentifyCaller`，并带 `Idempotency-Key`：两者按此顺序执行，仅在客户登记成功后才确认身份，请求可以安全重发。已关闭的来访者也可确认；确认后不能改为其他客户。',
    },
    needs: 'contacts.write',
    about: 'customerId',
  },
) {}
