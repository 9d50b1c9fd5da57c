import type { Declaration, ProblemType } from './problem-type.js';
import { Rejection } from './rejection.js';
import type { Details, Explained, Named } from './sentence.js';

type Declarations = Readonly<Record<string, Declaration>>;

/** The example contains every detail that the sentences name. */
export type WithExamples<D extends Readonly<Record<string, Explained>>> = {
  readonly [Code in keyof D]: [Named<D[Code]>] extends [never]
    ? unknown
    : { readonly example: { readonly [Name in Named<D[Code]>]: unknown } };
};

/** The details of a problem: those that its sentences name, and any others. */
export type Raised<E extends Explained> = [Named<E>] extends [never]
  ? [details?: Details]
  : [details: { readonly [Name in Named<E>]: unknown } & Details];

type Referred<D extends Declarations> = {
  [Code in keyof D]: D[Code] extends { readonly kind: 'missing'; readonly reference: true } ? Code : never;
}[keyof D];

export type Problems<D extends Declarations> = {
  /** In the order of their declaration. */
  readonly types: readonly ProblemType[];
  readonly type: (code: keyof D) => ProblemType;
  /** The `Rejection`, for rules that are asked before they refuse. */
  readonly rejection: <Code extends keyof D>(code: Code, ...details: Raised<D[Code]>) => Rejection;
  /** Throws a `Rejection`. */
  readonly reject: <Code extends keyof D>(code: Code, ...details: Raised<D[Code]>) => never;
  /** The same for something missing that is named by the body instead of the address of the request. */
  readonly rejectReference: <Code extends Referred<D>>(code: Code, ...details: Raised<D[Code]>) => never;
};

/**
 * Declares problems by code, beside the rules that raise them. A misspelt code or a missing detail that a sentence names
 * does not compile.
 */
export const problems = <const D extends Declarations>(declared: D & WithExamples<D>): Problems<D> => {
  const types = new Map(Object.entries<Declaration>(declared).map(([code, each]) => [code, { code, ...each }]));
  const type = (code: keyof D) => types.get(code as string)!;
  return {
    types: [...types.values()],
    type,
    rejection: (code, ...[details]) => new Rejection(type(code), details),
    reject: (code, ...[details]) => {
      throw new Rejection(type(code), details);
    },
    rejectReference: (code, ...[details]) => {
      throw new Rejection(type(code), details, 'reference');
    },
  };
};
