import type { CustomerProfile } from '@annals/contracts-customers';
import { isOrganisationCode, isTaxNumber } from '@annals/text';
import { customerFileProblems } from './customer.problems.js';

const CHECKS = { organisationCode: isOrganisationCode, taxNumber: isTaxNumber } satisfies {
  [Field in keyof CustomerProfile]?: (text: string) => boolean;
};

/** Throws a `Rejection` if a new code is not valid in its scheme. Codes that are stored already stay as they are. */
export const requireValidCodes = (values: Readonly<Record<string, unknown>>): void => {
  for (const [field, isValid] of Object.entries(CHECKS)) {
    const value = values[field];
    if (typeof value === 'string' && !isValid(value)) customerFileProblems.reject('CodeInvalid', { field });
  }
};
