import { periodsIn, zoneOf } from '@annals/analytics';
import { contact, rule, type ContactEvent } from '@annals/contracts-contacts';
import { month } from '@annals/contracts-values';
import { configured, number, party, recordedFor, text, view, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

const { contactId, customerId, channel, purpose, contactedAt, contactedBy } = contact.shape;

const fact = z.strictObject({
  ...{ contactId, customerId, rule, channel, purpose, contactedAt, contactedBy },
  department: contact.shape.department.unwrap().nullable(),
});

/** A rule that a contact broke; the `first` one stands for the contact where contacts are counted. */
export type BreachFact = Readonly<z.infer<typeof fact>> & { readonly first: boolean };

const idOf = ({ customerId, contactId }: Pick<BreachFact, 'customerId' | 'contactId'>) => `${customerId} ${contactId}`;

/** The facts of the report on breaches: one for each rule that a contact broke, by the month of the company's calendar. */
export const breachReport = configured(zoneOf, ({ timeZone }) => {
  const { yearOf, monthOf } = periodsIn(timeZone);
  return view<Of<ContactEvent, 'ContactMade'>, BreachFact>()({
    name: 'breach-report',
    version: 4,
    key: (event) =>
      (event.data.breaches ?? []).map((_, index) => `${recordedFor(event)} ${event.data.contactId} ${index}`),
    on: {
      ContactMade: (_, { data }, key) => {
        const { contactId, customerId, channel, purpose, contactedAt, contactedBy, department = null } = data;
        const index = Number(key.slice(key.lastIndexOf(' ')));
        return {
          ...{ contactId, customerId, channel, purpose, contactedAt, contactedBy, department },
          ...{ rule: data.breaches![index]!, first: index === 0 },
        };
      },
    },
    fields: {
      year: number(({ contactedAt }) => yearOf(contactedAt), { schema: z.int() }),
      month: text(({ contactedAt }) => monthOf(contactedAt), { schema: month }),
      contactedAt: text(({ contactedAt }) => contactedAt),
      rule: text(({ rule }) => rule),
      department: text(({ department }) => department),
      channel: text((broken) => broken.channel),
      purpose: text((broken) => broken.purpose),
      employee: party(({ contactedBy }) => contactedBy.id),
      customer: text(({ customerId }) => customerId),
      contact: text(idOf),
      contacts: number(({ first }) => (first ? 1 : 0)),
    },
    indexes: [['contactedAt'], ['customer', 'contactedAt']],
    personal: [],
    answer: { schema: fact, of: ({ first: _, ...broken }) => broken },
    report: {
      name: 'contact-breaches',
      summary: {
        en: 'Rules that outbound contacts broke, by the department of the customer at that time',
        zh: '主动联系违反的规则，按当时客户所属部门统计',
      },
      dimensions: ['year', 'month', 'rule', 'department', 'channel', 'purpose', 'employee', 'customer'],
      labels: { employee: ({ contactedBy }) => contactedBy.name ?? null },
      sum: ['contacts'],
      measures: {
        breaches: { en: 'Number of broken rules', zh: '违规次数', of: ({ count }) => count },
        contacts: { en: 'Number of contacts that broke a rule', zh: '违规接触数', of: ({ contacts }) => contacts },
      },
      time: 'contactedAt',
      distinct: { of: 'contacts', field: 'contact', within: ['rule'] },
    },
  });
});
