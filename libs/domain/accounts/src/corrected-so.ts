import { accountProblems } from './accounts.problems.js';

/** No event for a correction that says what is recorded. Rejects with `AlreadyCorrected` if it was made for another reason. */
export const correctedSo = (reason: string, last: string | undefined): readonly [] =>
  last === undefined || last === reason ? [] : accountProblems.reject('AlreadyCorrected');
