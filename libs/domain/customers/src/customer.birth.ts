import { valueAt, type CustomerProfile } from '@annals/contracts-customers';
import { customerFileProblems } from './customer.problems.js';

const BORN = ['demographic.birthDate', 'demographic.foundedYear'] as const;

/** Refuses a person who is born, or an organisation that is founded, after `day`, `2026-01-31`: `BornInFuture`. */
export const expectBorn = (profile: Partial<CustomerProfile>, day: string): void => {
  const field = BORN.find((path) => isAfter(valueAt(profile, path), day));
  if (field !== undefined) customerFileProblems.reject('BornInFuture', { field, day });
};

const isAfter = (born: unknown, day: string) => born !== null && `${born as string | number}` > day;
