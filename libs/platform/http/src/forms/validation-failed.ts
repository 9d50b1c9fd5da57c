import type { Misfit } from '@annals/command-bus';
import { HttpProblem } from '../problems/http-problem.js';
import { requestProblems } from '../problems/http.problems.js';

/** A request is invalid: every wrong field, with the rule that it breaks. */
export class ValidationFailed extends HttpProblem {
  constructor(readonly errors: readonly Misfit[]) {
    super(requestProblems.type('ValidationFailed'));
  }
}
