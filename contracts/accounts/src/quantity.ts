import { z } from 'zod';

/** Decimal digits in a string, never below zero. */
export const quantity = z.string().regex(/^\d{1,15}(\.\d{1,8})?$/);
