import { customerProblems } from '@annals/contracts-customers';
import { field, givenPartId } from '@annals/contracts-values';
import { reachedBy, type Addressee } from './addressee.js';

/** A contact person as callers name it: with or without the customer before it. */
export const givenPersonId = field(
  givenPartId,
  { en: 'Contact person', zh: '联系人编号' },
  { example: 'p1', identifies: 'contact' },
);

type Named = { readonly customerId: string; readonly personId?: string | undefined };

/** The whole id of the contact person that is named. Rejects a customer or a contact person that is not known. */
export const personIn = ({ customerId, personId: given }: Named, to: Addressee): { readonly personId?: string } => {
  if (to.kind === null) customerProblems.reject('CustomerNotRegistered', { customerId });
  const { survivorId } = to.known;
  if (survivorId !== null) customerProblems.reject('CustomerMerged', { customerId, survivorId });
  if (given === undefined) return {};
  const { personId } = reachedBy(to, { customerId, personId: given });
  const isKnown = personId !== undefined && to.persons.get(personId) !== undefined;
  return isKnown ? { personId } : customerProblems.reject('ContactPersonUnknown', { personId });
};
