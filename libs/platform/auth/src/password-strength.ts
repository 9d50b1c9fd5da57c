import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

const UNGUESSABLE = 3; // of 4: more than 10^8 guesses, each of which costs a derivation
const CHECKED = 100; // characters, because the time of a check grows faster than the length

let checker: Promise<ZxcvbnFactory> | undefined;

const newChecker = async () => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: CHECKED, l33tMaxSubstitutions: 20 });
};

/**
 * Why a password is easy to guess, in a word of zxcvbn such as `extendedRepeat` or `userInputs`; `undefined` if it is not. `own` are words
 * that belong to the user. Source: Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.
 */
export const weaknessOf = async (password: string, own: readonly string[]): Promise<string | undefined> => {
  checker ??= newChecker(); // its dictionaries take long to load, and few passwords are chosen
  const { score, feedback } = (await checker).check(password.normalize('NFKC'), ['annals', ...own]);
  return score >= UNGUESSABLE ? undefined : (feedback.warning ?? 'common');
};
