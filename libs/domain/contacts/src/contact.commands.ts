import { command } from '@annals/command-bus';
import { allowance, contact } from '@annals/contracts-contacts';
import { field, namesUser, sentInstant } from '@annals/contracts-values';
import { z } from 'zod';
import { givenPersonId } from './contact-person.js';

const personId = givenPersonId.optional();

const {
  preferredChannel: _,
  breaches: __,
  overridden: ___,
  allowanceId: ____,
  department: _____,
  ...said
} = contact.shape;
const { contactedAt: ______, ...conversation } = said;

export class MakeContact extends command(
  'MakeContact',
  {
    ...conversation,
    contactedBy: namesUser(contact.shape.contactedBy, 'known'),
    personId,
    response: contact.shape.response.optional(),
    made: field(
      z.boolean(),
      { en: 'Already made', zh: '已经发生' },
      {
        example: false,
        description: {
          en: 'The contact has taken place: it is recorded even if a rule refuses it, and marked as a breach.',
          zh: '该接触已经发生：即使规则不允许也会记录，并标记为违规。',
        },
      },
    ).optional(),
  },
  {
    post: 'customers/:customerId/contacts',
    summary: { en: 'Record a contact with a customer', zh: '记录客户接触' },
    description: {
      en: '`occurredAt` is when the customer was contacted. By default, `response` is `none` and `contactedBy` is the caller. An outbound contact must comply with consent, do-not-contact, quiet hours and frequency cap as far as they hold for its purpose; with `made` it is recorded all the same, as a breach. If `occurredAt` is a day, quiet hours do not judge it.',
      zh: '`occurredAt` 表示接触时间；未给出时 `response` 为 `none`，`contactedBy` 为调用方。呼出接触须符合对其目的适用的客户同意、禁止联系、免打扰时段和频次上限；带 `made` 时仍会记录，并标记为违规。`occurredAt` 仅为日期时，不按免打扰时段判断。',
    },
    needs: 'contacts.write',
    about: 'customerId',
    creates: 'contactId',
    fills: { contactedBy: ({ actor }) => ({ id: actor }) },
  },
) {}

export class AllowContact extends command(
  'AllowContact',
  {
    ...allowance.omit({ from: true }).shape,
    allowedBy: namesUser(allowance.shape.allowedBy),
    personId,
    until: sentInstant(allowance.shape.until).optional(),
  },
  {
    post: 'customers/:customerId/contact-exceptions',
    summary: { en: 'Allow one contact against the rules', zh: '例外批准一次接触' },
    description: {
      en: 'The next outbound contact over the channel for the purpose may be made until `until`, by default for one day. The reason, the exception and the contact that uses it are recorded.',
      zh: '在 `until` 之前（默认一天），可以该渠道为该目的主动联系一次。原因、例外以及使用该例外的接触都会记录。',
    },
    needs: 'contacts.override',
    about: 'customerId',
    creates: 'allowanceId',
    fills: { allowedBy: ({ actor }) => ({ id: actor }) },
  },
) {}
