import type { z } from 'zod';

/** The mapping or its files are invalid. Nothing was imported; `problems` name the places. */
export class MappingError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** One line per issue: `steps.0.key: …`. For a union, the issue of the closest branch. */
export const explain = (issues: readonly z.core.$ZodIssue[], prefix: readonly PropertyKey[] = []): string[] =>
  issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    const branches = issue.code === 'invalid_union' ? issue.errors.filter((branch) => branch.length > 0) : [];
    const closest = branches.toSorted((one, other) => depth(other) - depth(one))[0];
    return closest && depth(closest) > 0
      ? explain(closest, path)
      : [`${path.join('.') || 'mapping'}: ${issue.message}`];
  });

/** The depth at which a branch failed; a wrong key or a failed rule counts as inside the value. */
const depth = (issues: readonly z.core.$ZodIssue[]) =>
  Math.max(...issues.map(({ path, code }) => path.length + (code === 'invalid_type' ? 0 : 0.5)));

/** Adds the path in the mapping to a `MappingError`. */
export const located = <T>(where: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    throw new MappingError(error.problems.map((problem) => `${where}: ${problem}`));
  }
};
