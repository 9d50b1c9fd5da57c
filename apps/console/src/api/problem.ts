/** A field that a rule refuses: its path with dots, and what to do, in the language of the request. */
export type FieldError = { readonly field: string; readonly rule: string; readonly message: string };

type Body = {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
};

/** A request that failed, as the server explains it. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    private readonly body: Body,
  ) {
    super(body.detail ?? body.title ?? '');
  }

  get code(): string {
    return this.body.code ?? '';
  }

  get title(): string {
    return this.body.title ?? '';
  }

  get errors(): readonly FieldError[] {
    return this.body.errors ?? [];
  }

  get details(): Readonly<Record<string, unknown>> {
    return this.body.details ?? {};
  }
}

/** No answer came, so nothing is known about what became of the request. */
export class Unreachable extends Error {}
