const LOOKS_EVERY = 500; // ms

/** Calls `end` once the process that started this one is gone. Keeps no process alive. Windows does not tell. */
export const whenOrphaned = (end) => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, LOOKS_EVERY);
  watch.unref();
};
