import type { Words } from '@annals/event-sourcing';
import { HttpProblem } from './http-problem.js';
import { requestProblems } from './http.problems.js';

/** What is wrong with one field: its path with dots, the rule for programs, and what people are told. */
export type Misfit = { readonly field: string; readonly rule: string; readonly message: Words };

/** The form of a request is wrong: every field that is, with the rule that it breaks. */
export class ValidationFailed extends HttpProblem {
  constructor(readonly errors: readonly Misfit[]) {
    super(requestProblems.type('ValidationFailed'));
  }
}
