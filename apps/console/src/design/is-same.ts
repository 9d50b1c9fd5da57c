import { hashKey } from '@tanstack/react-query';

/** Whether two values have the same content; what is left out is the same as `null`. */
export const isSame = (one: unknown, other: unknown): boolean => hashKey([one ?? null]) === hashKey([other ?? null]);
