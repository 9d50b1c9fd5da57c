import type { Explained } from './sentence.js';

/**
 * Why a rule says no; the status of an answer follows from it.
 * - `missing`: what the request is addressed to does not exist.
 * - `reference`: the request names, beside what it is addressed to, something that does not exist or cannot be used.
 * - `conflict`: the request contradicts what is recorded.
 * - `taken`: a value that has to be unique belongs to another record.
 */
export type Kind = 'missing' | 'reference' | 'conflict' | 'taken';

/** A problem as the rule that raises it declares it. */
export type Declaration = Explained & {
  readonly kind: Kind;
  /** Of what is missing: a field of a body may name it, too. */
  readonly reference?: true;
};

/** `code` is part of the API: clients switch on it. */
export type ProblemType = Declaration & { readonly code: string };
