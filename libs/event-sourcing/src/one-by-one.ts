/** Runs something after all that it was given before, whether that succeeded or not. */
export type OneByOne = <T>(run: () => Promise<T>) => Promise<T>;

/** A queue for `OneByOne`. */
export const oneByOne = (): OneByOne => {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const now = last.then(run);
    last = now.catch(() => undefined);
    return now;
  };
};
