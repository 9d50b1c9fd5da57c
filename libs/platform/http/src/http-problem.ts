/** An answer other than success that is the caller's to mend. `code` is part of the API. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details?: object,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/** 404 with a code such as `CustomerNotFound`. */
export const notFound = (what: string, id: string): never => {
  throw new HttpProblem(404, `${what}NotFound`, { id });
};

/** `field` is a path with dots, such as `address.city` or `lines.0.quantity`; `rule` is for programs. */
export type FieldError = { readonly field: string; readonly rule: string; readonly message: string };

/** The form of a request is wrong: every field that is, with the rule that it breaks. */
export class ValidationFailed extends HttpProblem {
  constructor(readonly errors: readonly FieldError[]) {
    super(400, 'ValidationFailed');
  }
}
