import { MOST_PARTS, personIdOf, type CustomerProfile, type JsonValue } from '@annals/contracts-customers';
import type { Registered } from './customer.state.js';

type Person = NonNullable<CustomerProfile['contactPersons']>[number];

/** The id of a contact person of a merged customer in the file of the survivor, where its id until then still names it. */
export const personIdAt = ({ customerId }: Pick<Registered, 'customerId'>, personId: string): string =>
  personIdOf(customerId, personId);

/** The contact persons of the survivor and then those of the merged customer, as many as there may be; one remains the main one. */
export const personsOfBoth = (survivor: Registered, merged: Registered): JsonValue => {
  const mine = survivor.profile.contactPersons ?? [];
  const theirs = (merged.profile.contactPersons ?? []).map((person) => ({
    ...person,
    personId: personIdAt(survivor, person.personId),
  }));
  const known = new Set(mine.map(({ personId }) => personId));
  const more = theirs.filter(({ personId }) => !known.has(personId));
  const both = [...mine, ...(mine.some(({ primary }) => primary) ? more.map(another) : more)];
  return both.slice(0, MOST_PARTS.contactPersons) as JsonValue[];
};

const another = ({ primary: _, ...person }: Person): Person => person;
