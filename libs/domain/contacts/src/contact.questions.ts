import { allowance, contact, rule } from '@annals/contracts-contacts';
import { customerId, instant } from '@annals/contracts-values';
import type { Foldable } from '@annals/event-sourcing';
import { question, type Question } from '@annals/slice';
import { z } from 'zod';
import { addressee } from './addressee.js';
import { givenPersonId } from './contact-person.js';
import { contactsStream } from './contact.streams.js';
import { permissionFor } from './contact.permission.js';
import type { Contacts } from './contact.state.js';
import type { ContactPolicy } from './outbound.js';

const { channel, purpose } = contact.shape;
const { allowanceId, until } = allowance.shape;

const sentences = {
  code: z.string(),
  detail: z.string().meta({
    description: 'In the language of the request',
    examples: ['The customer prefers e-mail. Consider it for the next contact.'],
  }),
};

const verdict = z.strictObject({
  rule,
  applies: z.boolean().describe('Whether the rule holds for the purpose and the channel'),
  allows: z.boolean(),
  code: sentences.code.nullable().describe('The code with which the rule refuses the contact'),
  detail: sentences.detail.nullable(),
  allowedFrom: instant.nullable().describe('When the rule stops refusing it by itself; `null` for never'),
});

const answer = z.strictObject({
  ...{ customerId, channel, purpose, personId: contact.shape.personId.unwrap().nullable(), at: instant },
  allowed: z.boolean().describe('Whether the contact is recorded without `made`: by all rules, or by `exception`'),
  allowedFrom: instant
    .nullable()
    .describe('A moment from `at` on at which no rule refuses it; `null` if the rules do not come to allow it'),
  exception: z
    .strictObject({ allowanceId, until })
    .nullable()
    .describe('The exception of a supervisor that the contact would use'),
  rules: z.array(verdict),
  warnings: z.array(z.strictObject(sentences)),
});

const fields = { channel, purpose, personId: givenPersonId.optional() };

/** `GET /v1/customers/:customerId/contact-permission`; `state` is the decider of the contacts. */
export const contactPermission = (state: Foldable<Contacts>, policy: ContactPolicy): Question<'contacts.write'> =>
  question(
    {
      name: 'ContactPermission',
      get: 'contact-permission',
      summary: {
        en: 'Ask whether a customer may be contacted, before the contact',
        zh: '联系前查询是否可以联系客户',
      },
      description: {
        en: 'Says what every rule makes of an outbound contact over the channel for the purpose, at `at` or now, and when the rules allow it. It is decided as the contact itself will be.',
        zh: '说明各项规则对以该渠道、为该目的在 `at`（默认当前）主动联系的判断，以及何时可以联系。判断与记录接触时一致。',
      },
      needs: 'contacts.write',
      fields,
      answer,
    },
    { state, stream: ({ customerId }) => contactsStream(customerId), context: addressee },
    (asked, known) => permissionFor(policy, asked, known),
  );
