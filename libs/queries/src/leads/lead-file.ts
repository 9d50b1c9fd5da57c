import { NO_PROFILE, type CustomerProfile } from '@annals/contracts-customers';
import { recordIdOf } from '@annals/contracts-leads';
import type { ComparedFile } from '@annals/projections-duplicates';
import type { LeadDocument } from '@annals/projections-leads';

/** One contact person for each number and address, so that each of them is compared. */
const personsOf = ({ leadId, name, company, phones, emails }: LeadDocument): CustomerProfile['contactPersons'] => {
  const called = (name ?? company)!;
  const most = Math.max(1, phones?.length ?? 0, emails?.length ?? 0);
  return Array.from({ length: most }, (_, at) => ({
    ...{ personId: `${leadId}:${at}`, name: called, phone: phones?.[at], email: emails?.[at] },
  }));
};

const addressesOf = ({ leadId, street, city, postalCode, region, country }: LeadDocument) => {
  const known = Object.entries({ street, city, postalCode, region, country }).filter(([, value]) => value !== null);
  if (known.length === 0) return {};
  const address = { addressId: leadId, kind: 'other', ...Object.fromEntries(known) };
  return { addresses: [address] as CustomerProfile['addresses'] };
};

const namesOf = ({ company, name, ...lead }: LeadDocument) =>
  company === null
    ? { kind: 'person', name: name ?? undefined, contactPersons: [] }
    : { kind: 'organisation', name: company, contactPersons: personsOf({ ...lead, company, name }) };

/** A lead in the form in which customers are compared. */
export const fileOf = (lead: LeadDocument): ComparedFile => {
  const { leadId, phones, emails, website, country } = lead;
  return {
    ...{ ...NO_PROFILE, customerId: recordIdOf(leadId) },
    profile: {
      ...{ ...namesOf(lead), phone: phones?.[0], email: emails?.[0], website: website ?? undefined },
      ...addressesOf(lead),
      ...(country !== null && { geographic: { country } }),
    },
  } as ComparedFile;
};
