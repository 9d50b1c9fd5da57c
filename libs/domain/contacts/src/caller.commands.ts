import { command } from '@annals/command-bus';
import { call, closingReason } from '@annals/contracts-contacts';
import { namesUser } from '@annals/contracts-values';

const { contactedAt: _, department: __, ...said } = call.shape;
const { callerId } = said;

const needs = 'contacts.write';

export class RecordCaller extends command(
  'RecordCaller',
  {
    ...said,
    contactedBy: namesUser(call.shape.contactedBy, 'known'),
    outcome: call.shape.outcome.optional(),
    response: call.shape.response.optional(),
  },
  {
    post: 'callers',
    summary: { en: 'Record a contact by an unknown caller', zh: '登记未知来访者的接触' },
    description: {
      en: 'For a call, a visit or a message whose customer is not known; no contact rule applies. All that is known of the caller is optional. A `complaint` is filed for the customer when the caller is identified, with due times counted from the call. `occurredAt` is when it was; by default, `outcome` is `reached`, `response` is `none` and `contactedBy` is the user who records it.',
      zh: '用于无法确定客户的来电、来访或来信；不适用任何联系规则。来访者的信息均为选填。`complaint` 在确认身份后登记为客户投诉，处理期限自来访时间起算。`occurredAt` 表示来访时间；未给出时 `outcome` 为 `reached`，`response` 为 `none`，`contactedBy` 为登记的用户。',
    },
    needs,
    about: null,
    creates: 'callerId',
    fills: { contactedBy: ({ actor }) => ({ id: actor }) },
  },
) {}

export class CloseCaller extends command(
  'CloseCaller',
  { callerId, reason: closingReason },
  {
    post: 'callers/:callerId/close',
    summary: { en: 'Close the record of a caller who does not become a customer', zh: '关闭不会成为客户的来访者记录' },
    description: {
      en: 'The record stays in the list as `closed`, with the reason.',
      zh: '记录以 `closed` 状态保留在列表中，并注明原因。',
    },
    needs,
    about: null,
  },
) {}
