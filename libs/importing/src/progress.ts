/** The progress of an import. */
export type Progress = {
  /** The file being read, by its name in the mapping. */
  readonly file: string;
  /** Rows finished in this run. */
  readonly rows: number;
  /** Bytes of all files that are finished, including earlier runs. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly seconds: number;
  /** Rows per second. */
  readonly rate: number;
  /** Estimated from the speed so far; `undefined` before the first rows are finished. */
  readonly secondsLeft: number | undefined;
};

/** `skippedBytes` were finished by an earlier run and do not count for the speed. */
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
