import { MOST_ERRORS, type Misfit } from '@annals/command-bus';
import { HttpProblem } from '../problems/http-problem.js';
import { requestProblems } from '../problems/http.problems.js';

/** A request is invalid: every wrong field, with the rule that it breaks; at most `MOST_ERRORS` of them. */
export class ValidationFailed extends HttpProblem {
  readonly errors: readonly Misfit[];

  constructor(errors: readonly Misfit[]) {
    super(requestProblems.type('ValidationFailed'));
    this.errors = errors.slice(0, MOST_ERRORS);
  }
}
