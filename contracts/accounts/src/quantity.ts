import { expected, field } from '@annals/contracts-values';
import { z } from 'zod';

/** Decimal digits in a string, never below zero. */
export const quantity = field(
  z
    .string()
    .regex(
      /^\d{1,15}(\.\d{1,8})?$/,
      expected('a quantity such as `"12.5"`, not below zero', '不小于零的数量，例如 `"12.5"`'),
    ),
  { en: 'Quantity', zh: '数量' },
  { example: '12.5' },
);
