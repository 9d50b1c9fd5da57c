import { HttpProblem } from '@annals/http';
import {
  NothingToRollBackTo,
  NotParked,
  OtherVersionServed,
  Poisoned,
  RebuildRunning,
  StillParked,
} from '@annals/projecting';

/** What went wrong, as the caller can mend it. Other errors stay what they are. */
export const told = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw problemIn(error) ?? error;
  }
};

const problemIn = (error: unknown): HttpProblem | undefined => {
  if (error instanceof NotParked) return new HttpProblem(404, 'ParkedKeyNotFound', { key: error.key });
  if (error instanceof StillParked) return new HttpProblem(409, 'KeyStillParked', { parked: error.parked });
  if (error instanceof Poisoned) return new HttpProblem(409, 'EventDoesNotFit', { failure: error.failure });
  const code = CODES.find(([type]) => error instanceof type)?.[1];
  return code === undefined ? undefined : new HttpProblem(409, code, { message: (error as Error).message });
};

const CODES = [
  [OtherVersionServed, 'OtherVersionServed'],
  [RebuildRunning, 'RebuildRunning'],
  [NothingToRollBackTo, 'NothingToRollBackTo'],
] as const;
