import {
  sentenceOf,
  type Details,
  type Explained,
  type Raised,
  type WithExamples,
  type Words,
} from '@annals/event-sourcing';

/** The type of a problem that the HTTP layer raises. */
export type HttpDeclaration = Explained & { readonly status: number };

/** `code` is part of the API: clients switch on it. */
export type HttpProblemType = HttpDeclaration & { readonly code: string };

type Declarations = Readonly<Record<string, HttpDeclaration>>;
type Headers = Readonly<Record<string, string>>;

/** An error response. */
export class HttpProblem extends Error {
  readonly code: string;
  readonly status: number;

  constructor(
    readonly type: HttpProblemType,
    readonly details?: Details,
    readonly headers: Headers = {},
  ) {
    super(type.code);
    this.code = type.code;
    this.status = type.status;
  }

  /** What is wrong and what to do. */
  get sentence(): Words {
    return sentenceOf(this.type, this.details ?? {});
  }
}

type Arguments<D extends HttpDeclaration> = [...Raised<D>, headers?: Headers | undefined];

export type HttpProblems<D extends Declarations> = {
  /** In the order of declaration. */
  readonly types: readonly HttpProblemType[];
  readonly type: (code: keyof D) => HttpProblemType;
  readonly problem: <Code extends keyof D>(code: Code, ...details: Arguments<D[Code]>) => HttpProblem;
  /** One that came from another thread, by its code. Throws if there is no such problem. */
  readonly again: (code: string, details: Details | undefined) => HttpProblem;
  /** Throws it. */
  readonly fail: <Code extends keyof D>(code: Code, ...details: Arguments<D[Code]>) => never;
};

/** Declares problems by code, as `problems` of the kernel does, with their HTTP status. */
export const httpProblems = <const D extends Declarations>(declared: D & WithExamples<D>): HttpProblems<D> => {
  const types = new Map(Object.entries<HttpDeclaration>(declared).map(([code, each]) => [code, { code, ...each }]));
  const type = (code: keyof D) => types.get(code as string)!;
  const problem: HttpProblems<D>['problem'] = (code, ...[details, headers]) =>
    new HttpProblem(type(code), details, headers as Headers | undefined);
  return {
    types: [...types.values()],
    type,
    problem,
    again: (code, details) => {
      const known = types.get(code);
      if (!known) throw new Error(`There is no problem ${code}.`);
      return new HttpProblem(known, details);
    },
    fail: (code, ...raised) => {
      throw problem(code, ...raised);
    },
  };
};
