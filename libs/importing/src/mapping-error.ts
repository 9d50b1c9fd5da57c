import type { z } from 'zod';

/** The mapping, or the files that it needs, are not right. Nothing was done; `problems` name the places. */
export class MappingError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** One line for each issue: `steps.0.key: …`. Of a union it tells of the branch that came closest. */
export const explain = (issues: readonly z.core.$ZodIssue[], prefix: readonly PropertyKey[] = []): string[] =>
  issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    const branches = issue.code === 'invalid_union' ? issue.errors.filter((branch) => branch.length > 0) : [];
    const closest = branches.toSorted((one, other) => depth(other) - depth(one))[0];
    return closest && depth(closest) > 0
      ? explain(closest, path)
      : [`${path.join('.') || 'mapping'}: ${issue.message}`];
  });

/** How far a branch got before it failed; a wrong key or a failed rule is inside the value, too. */
const depth = (issues: readonly z.core.$ZodIssue[]) =>
  Math.max(...issues.map(({ path, code }) => path.length + (code === 'invalid_type' ? 0 : 0.5)));

/** Adds the place in the mapping to a `MappingError`. */
export const located = <T>(where: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    throw new MappingError(error.problems.map((problem) => `${where}: ${problem}`));
  }
};
