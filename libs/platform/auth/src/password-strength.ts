import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const UNGUESSABLE = 3; // of 4: more than 10^8 guesses, each of which costs a derivation
const CHECKED = 100; // characters, because the time of a check grows faster than the length

let checker: ZxcvbnFactory | undefined;

/**
 * Why a password is easy to guess, in a word of zxcvbn such as `extendedRepeat` or `userInputs`; `undefined` if it is not. `own` are words
 * that belong to the user. Source: Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.
 */
export const weaknessOf = (password: string, own: readonly string[]): string | undefined => {
  // The dictionaries are unpacked when they are first needed.
  checker ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: CHECKED, l33tMaxSubstitutions: 20 });
  const { score, feedback } = checker.check(password.normalize('NFKC'), ['annals', ...own]);
  return score >= UNGUESSABLE ? undefined : (feedback.warning ?? 'common');
};
