import type { Explained } from './sentence.js';

/**
 * The kind of a refusal, which determines the HTTP status.
 * - `missing`: the resource in the address of the request does not exist.
 * - `reference`: the body names something that does not exist or cannot be used.
 * - `conflict`: the request contradicts what is recorded.
 * - `taken`: a value that must be unique belongs to another record.
 * - `invalid`: a value is not one of its kind, whatever is recorded.
 */
export type Kind = 'missing' | 'reference' | 'conflict' | 'taken' | 'invalid';

/** The declaration of a problem, beside the rule that raises it. */
export type Declaration = Explained & {
  readonly kind: Kind;
  /** Of what is missing: a field of a body may name it, too. */
  readonly reference?: true;
};

/** `code` is part of the API: clients switch on it. */
export type ProblemType = Declaration & { readonly code: string };
