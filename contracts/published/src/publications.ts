import { accountContracts } from '@annals/contracts-accounts';
import * as complaints from '@annals/contracts-complaints';
import { contact, ContactMade } from '@annals/contracts-contacts';
import * as customers from '@annals/contracts-customers';
import * as deals from '@annals/contracts-deals';
import { organisationContracts } from '@annals/contracts-organisation';
import { channel, day, id, instant, label, purpose } from '@annals/contracts-values';
import type { Contract } from '@annals/event-sourcing';
import { z } from 'zod';
import { customerProfile, publicChanges } from './customer-profile.js';

/** The shape in which an event goes out. What the schema does not name stays inside. */
export type Publication = {
  readonly event: Contract;
  readonly version: number;
  readonly schema: z.ZodObject;
  /** Makes of the event's data what the schema takes its fields from; without it, the data less what is personal. */
  readonly from?: (data: object) => object;
};

type Shape = z.ZodRawShape;

const leaves = (event: Contract, version: number, shape: Shape, from?: Publication['from']): Publication => ({
  event,
  version,
  schema: z.object(shape),
  ...(from ? { from } : {}),
});

// Employees leave by their ids, without their names.
const staff = z.object({ id });

const customer = { customerId: id };
const deal = { dealId: id, customerId: id };
const complaint = { complaintId: id, customerId: id };

const terms = { ...deals.dealTerms.omit({ title: true, attributes: true }).shape, owner: staff.nullable() };
const someTerms = z.object(terms).partial();
const { step, outcome } = deals;
const { severity, tier } = complaints;

/**
 * All that leaves. A topic cannot be erased, so nothing leaves that a contract marks as personal, which includes titles,
 * reasons and other free text, and nothing that people enter freely: root causes, competitors.
 * A schema is never edited: a changed one gets the next version, and only that one leaves from then on.
 */
export const publications: readonly Publication[] = [
  leaves(customers.CustomerRegistered, 1, { ...customer, profile: customerProfile }),
  leaves(
    customers.CustomerDataChanged,
    2,
    { ...customer, changes: publicChanges.schema, effectiveDate: day },
    publicChanges.from,
  ),
  leaves(customers.OwnerAssigned, 1, { ...customer, owner: staff, previous: staff.nullable() }),
  leaves(customers.NeedRecorded, 1, { ...customer, ...customers.need.omit({ description: true }).shape }),
  leaves(customers.ContactPreferenceSet, 1, { ...customer, preference: customers.contactPreference }),
  leaves(customers.ConsentGiven, 1, { ...customer, ...customers.consent.omit({ evidence: true }).shape }),
  leaves(customers.ConsentWithdrawn, 1, { ...customer, channel, purpose }),
  leaves(customers.CustomerLost, 2, customer),
  leaves(customers.CustomerWonBack, 2, customer),

  leaves(ContactMade, 1, { ...contact.omit({ summary: true, person: true }).shape, contactedBy: staff }),

  leaves(deals.DealOpened, 2, { ...deal, ...terms, step }),
  leaves(deals.DealAdvanced, 2, { ...deal, from: step, to: step }),
  leaves(deals.DealChanged, 2, { ...deal, before: someTerms, after: someTerms }),
  leaves(deals.SampleSent, 1, { ...deal, ...deals.sample.omit({ note: true }).shape }),
  leaves(deals.DealClosed, 2, { ...deal, ...terms, outcome, step }),
  leaves(deals.DealReopened, 2, {
    ...{ ...deal, outcome, value: terms.value, lines: z.number().int().min(0), step },
    ...{ owner: terms.owner, expectedCloseDate: terms.expectedCloseDate },
  }),

  leaves(complaints.ComplaintFiled, 1, {
    ...complaint,
    ...complaints.grievance.omit({ subject: true, text: true }).shape,
    dueAt: instant,
  }),
  leaves(complaints.ComplaintAssigned, 1, { ...complaint, assignee: staff, previous: staff.nullable() }),
  leaves(complaints.ComplaintEscalated, 2, { ...complaint, from: tier, to: tier }),
  leaves(complaints.ComplaintResolved, 2, { ...complaint, onTime: z.boolean() }),
  leaves(complaints.ComplaintReopened, 2, {
    ...{ ...complaint, dueAt: instant, category: label, severity, tier },
    assignee: staff.nullable(),
  }),
  leaves(complaints.SatisfactionRated, 1, { ...complaint, score: complaints.rating.shape.score }),
];

/** What stays inside: the clock's notes, reservations of identifiers, who may do what, and what others' books told us. */
export const inside: readonly Contract[] = [
  customers.CustomerFellSilent,
  ...customers.identifierContracts,
  ...organisationContracts,
  ...accountContracts,
];
