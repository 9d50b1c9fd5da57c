import type { HttpProblem } from '@annals/http';
import {
  NothingToRollBackTo,
  NotParked,
  OtherVersionServed,
  Poisoned,
  RebuildRunning,
  StillParked,
} from '@annals/projecting';
import { projectionProblems } from './projections.problems.js';

const { problem } = projectionProblems;

/** What went wrong, as the caller can mend it. Other errors stay what they are. */
export const told = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw problemIn(error) ?? error;
  }
};

const problemIn = (error: unknown): HttpProblem | undefined => {
  if (error instanceof NotParked) return problem('ParkedKeyNotFound', { key: error.key });
  if (error instanceof StillParked) return problem('KeyStillParked', { parked: error.parked });
  if (error instanceof Poisoned) return problem('EventDoesNotFit', { failure: error.failure });
  const code = CODES.find(([type]) => error instanceof type)?.[1];
  return code === undefined ? undefined : problem(code, { message: (error as Error).message });
};

const CODES = [
  [OtherVersionServed, 'OtherVersionServed'],
  [RebuildRunning, 'RebuildRunning'],
  [NothingToRollBackTo, 'NothingToRollBackTo'],
] as const;
