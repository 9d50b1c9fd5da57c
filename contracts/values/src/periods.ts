import { z } from 'zod';
import { expected } from './expected.js';

/** A month, `2026-01`. */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, expected('a month such as 2026-01', '月份，例如 2026-01'));

/** A quarter, `2026-Q1`. */
export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, expected('a quarter such as 2026-Q1', '季度，例如 2026-Q1'));
