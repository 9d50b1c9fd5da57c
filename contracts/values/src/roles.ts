import { z } from 'zod';

// prettier-ignore
/** The roles that users can have; what each may do is declared by the slices. On disk: names are never changed. */
export const ROLES = [
  'administrator', 'sales', 'service', 'marketing', 'manager', 'auditor', 'analyst', 'integration',
] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;
