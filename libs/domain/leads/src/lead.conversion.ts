import { personIdOf } from '@annals/contracts-customers';
import {
  LeadConverted,
  LeadDealDue,
  newCustomer,
  recordIdOf,
  type Conversion,
  type LeadDetails,
  type LeadEvent,
  type NewCustomer,
  type NewPerson,
} from '@annals/contracts-leads';
import { membersOf } from '@annals/contracts-values';
import type { Of } from '@annals/event-sourcing';
import { factsAt } from './lead-facts.js';
import { detailsAt, ownerAt } from './lead.guards.js';
import type { Captured } from './lead.state.js';

type Converted = Of<LeadEvent, 'LeadConverted'>['data'];
type Deal = Conversion['deal'];

/** What is said of the lead, without what is not known. */
const detailsOf = (lead: Captured, moment: string): LeadDetails =>
  Object.fromEntries(
    Object.entries(detailsAt(lead, moment)).filter(([, value]) => value !== null),
  ) as unknown as LeadDetails;

const personOf = (customerId: string, leadId: string, details: LeadDetails): NewPerson | undefined => {
  const { name, jobTitle: title, phones: [phone] = [], emails: [email] = [] } = details;
  return name === undefined ? undefined : { personId: personIdOf(customerId, leadId), name, title, phone, email };
};

const sharedBy = (details: LeadDetails, dealId: string, deal: Deal) => ({
  consents: (details.consents ?? []).map(({ wording: evidence, ...consent }) => ({ ...consent, evidence })),
  ...(details.need && { need: { description: details.need, product: details.products?.[0] } }),
  ...(deal && { deal, dealId }),
});

/** An organisation has the person as a contact person; what else is known of both is the customer's. */
const customerOf = (details: LeadDetails, kind: NewCustomer['kind'], hasPerson: boolean): NewCustomer => {
  const { name, company, phones: [phone] = [], emails: [email] = [] } = details;
  const names = kind === 'organisation' ? [company, name] : [name, company];
  return {
    ...(membersOf(newCustomer.shape, details) as Partial<NewCustomer>),
    ...{ kind, name: [...names, email, phone].find((each) => each !== undefined)! },
    ...(!hasPerson && { phone, email }),
  };
};

type New = { readonly leadId: string; readonly kind?: NewCustomer['kind'] | undefined; readonly deal?: Deal };

/** Converts the lead to a new customer. */
export const toNewCustomer = ({ leadId, kind: given, deal }: New, lead: Captured, at: Date): Converted => {
  const moment = at.toISOString();
  const details = detailsOf(lead, moment);
  const customerId = recordIdOf(leadId);
  const kind = given ?? (details.company === undefined ? 'person' : 'organisation');
  const person = kind === 'organisation' ? personOf(customerId, leadId, details) : undefined;
  return LeadConverted.event({
    ...{ leadId, customerId, customer: customerOf(details, kind, person !== undefined) },
    ...(person && { person, personId: person.personId }),
    ...sharedBy(details, customerId, deal),
    ...{ owner: ownerAt(lead, moment), facts: factsAt(lead, moment) },
  }).data;
};

type Known = {
  readonly leadId: string;
  readonly customerId: string;
  readonly personId?: string | undefined;
  readonly addPerson?: boolean | undefined;
  readonly deal?: Deal;
};

/** Converts the lead for a customer who is registered already. */
export const toCustomer = (command: Known, lead: Captured, at: Date): Converted => {
  const { leadId, customerId, personId, deal } = command;
  const moment = at.toISOString();
  const details = detailsOf(lead, moment);
  const { addPerson = details.company !== undefined } = command;
  const person = addPerson && personId === undefined ? personOf(customerId, leadId, details) : undefined;
  const chosen = personId === undefined ? person?.personId : personIdOf(customerId, personId);
  return LeadConverted.event({
    ...{ leadId, customerId, ...(person && { person }), ...(chosen !== undefined && { personId: chosen }) },
    ...sharedBy(details, recordIdOf(leadId), deal),
    ...{ owner: ownerAt(lead, moment), facts: factsAt(lead, moment) },
  }).data;
};

/** The event for the deal of a conversion; none without a deal. */
export const dealDue = ({ leadId, customerId, deal, dealId }: Converted): readonly Of<LeadEvent, 'LeadDealDue'>[] =>
  deal && dealId !== undefined ? [LeadDealDue.event({ leadId, customerId, dealId, ...deal })] : [];
