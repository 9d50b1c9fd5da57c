/** How far an import is. */
export type Progress = {
  /** The file that is being read, as the mapping calls it. */
  readonly file: string;
  /** Rows done in this run. */
  readonly rows: number;
  /** How much of all files is done, rows of an earlier run included. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly seconds: number;
  /** Rows per second. */
  readonly rate: number;
  /** At the speed so far; `undefined` before the first rows are done. */
  readonly secondsLeft: number | undefined;
};

/** `skippedBytes` were done by an earlier run and say nothing about the speed. */
export const progressOf = (
  now: Pick<Progress, 'file' | 'rows' | 'bytes' | 'totalBytes' | 'seconds'>,
  skippedBytes: number,
): Progress => {
  const { rows, bytes, totalBytes, seconds } = now;
  const done = bytes - skippedBytes;
  return {
    ...now,
    rate: seconds > 0 ? rows / seconds : 0,
    secondsLeft: done > 0 ? (seconds * (totalBytes - bytes)) / done : undefined,
  };
};
