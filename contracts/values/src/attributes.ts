import { z } from 'zod';
import { expected } from './expected.js';
import { ofCustomer } from './values.js';

const attributeName = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]{0,63}$/,
    expected(
      'a name of up to 64 letters, digits, `_` and `-` that begins with a letter',
      '由不超过 64 个字母、数字、`_` 和 `-` 组成、以字母开头的名称',
    ),
  );

const attributeValue = z.union([z.string().max(2_000), z.number(), z.boolean()]);

/** Additional fields that a company defines for what is no person's. */
export const plainAttributes = z.record(attributeName, attributeValue);

/** Additional fields that a company defines; personal as a whole, because their content is unknown. */
export const attributes = plainAttributes.meta(ofCustomer);
export type Attributes = z.infer<typeof attributes>;
