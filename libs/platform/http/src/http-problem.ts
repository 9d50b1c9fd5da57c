/** An answer other than success that is the caller's to mend. `code` is part of the API. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details?: object,
  ) {
    super(code);
  }
}

/** 404 with a code such as `CustomerNotFound`. */
export const notFound = (what: string, id: string): never => {
  throw new HttpProblem(404, `${what}NotFound`, { id });
};
