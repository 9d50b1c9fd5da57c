import { accessProblems } from './access.problems.js';
import type { Permission, Rights } from './rights.js';

/**
 * Whether a right reaches something with these scope keys; `false` for what the caller does not even see, of which nothing may
 * become known. Throws `HttpProblem` 403 `OutOfScope` for what he or she does see.
 */
export const isWithinScope = (rights: Rights, permission: Permission, keys: readonly string[]): boolean => {
  if (rights.holds(permission, keys)) return true;
  if (rights.holds('customers.read', keys)) throw accessProblems.problem('OutOfScope', { permission });
  return false;
};
