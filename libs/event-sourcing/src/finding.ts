import type { Raised, WithExamples } from './problem.js';
import { sentenceOf, type Details, type Explained } from './sentence.js';
import type { Words } from './words.js';

type Declarations = Readonly<Record<string, Explained>>;

/** What is wrong with a message or a row of a file: it stands beside what it is about, and no answer has its code. */
export type FindingType = Explained & { readonly code: string };

/** A finding with its details filled in: what is wrong and what to do. */
export type Found = { readonly code: string; readonly reason: Words };

export type Findings<D extends Declarations> = {
  /** In the order of their declaration. */
  readonly types: readonly FindingType[];
  readonly finding: <Code extends keyof D & string>(code: Code, ...details: Raised<D[Code]>) => Found;
};

/** Declares findings by code; misspelt codes and missing details do not compile, as those of `problems`. */
export const findings = <const D extends Declarations>(declared: D & WithExamples<D>): Findings<D> => {
  const types = new Map(Object.entries<Explained>(declared).map(([code, each]) => [code, { code, ...each }]));
  return {
    types: [...types.values()],
    finding: (code, ...[details = {}]: [details?: Details]) => ({
      code,
      reason: sentenceOf(types.get(code)!, details),
    }),
  };
};
