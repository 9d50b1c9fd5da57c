import type { LeadEvent } from '@annals/contracts-leads';
import { recordIdOf } from '@annals/contracts-leads';
import { isUser } from '@annals/contracts-values';
import { when, type Draft, type Of, type RecordedEvent } from '@annals/event-sourcing';
import { AssignOwner, ChangeData, RegisterCustomer } from './customer.commands.js';
import { AddContactPerson } from './part.commands.js';
import { GiveConsent, RecordNeed, SetContactPreference, WithdrawConsent } from './wishes.commands.js';

type Converted = Of<LeadEvent, 'LeadConverted'>;

type New = NonNullable<Converted['data']['customer']>;

const addressOf = ({ street, city, postalCode, region, country }: New) => {
  const isKnown = [street, city, postalCode, country].some((each) => each !== undefined);
  return isKnown && { addresses: [{ kind: 'other' as const, street, city, region, postalCode, country }] };
};

/** What cannot be said at the registration; another customer may have the e-mail address, and then all the rest is still recorded. */
const additions = (customerId: string, { email, language }: New): readonly Draft[] => [
  ...(email === undefined ? [] : [ChangeData.of({ customerId, changes: { email } })]),
  ...(language === undefined ? [] : [SetContactPreference.of({ customerId, language, doNotContact: false })]),
];

const registration = ({ data, actor }: RecordedEvent<Converted>): readonly Draft[] => {
  const { customerId, customer, person, owner } = data;
  if (!customer) return person ? [AddContactPerson.of({ customerId, ...person })] : [];
  const { kind, name, phone, website, industry, region, country, attributes } = customer;
  const responsible = owner?.id ?? actor;
  return [
    RegisterCustomer.of({
      ...{ customerId, kind, name, roles: ['prospect'], phone, website, industry, region, attributes },
      ...addressOf(customer),
      ...(country !== undefined && { geographic: { country } }),
      ...(person && { contactPersons: [{ ...person, primary: true }] }),
    }),
    ...(isUser(responsible) ? [AssignOwner.of({ customerId, owner: { id: responsible } })] : []),
    ...additions(customerId, customer),
  ];
};

const wishes = ({ customerId, leadId, personId, consents, need }: Converted['data']): readonly Draft[] => [
  ...consents.map(({ given, channel, purpose, evidence, expiresAt }) => {
    const kind = { customerId, channel, purpose, personId };
    return given ? GiveConsent.of({ ...kind, evidence, expiresAt }) : WithdrawConsent.of(kind);
  }),
  ...(need ? [RecordNeed.of({ customerId, needId: recordIdOf(leadId), ...need, duration: 'lasting' })] : []),
];

/** A converted lead is registered, or becomes a contact person, with its consents and its need. */
export const registerLeads = when<Converted>({
  name: 'register-leads',
  summary: {
    en: 'Register the customer of a converted lead, or add its contact person',
    zh: '登记线索转化的客户，或添加其联系人',
  },
  on: { LeadConverted: (event) => [...registration(event), ...wishes(event.data)] },
});
