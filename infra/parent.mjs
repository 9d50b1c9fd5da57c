import { readFileSync } from 'node:fs';

const LOOKS_EVERY = 500; // ms

/**
 * Calls `end` when the parent process has ended; if that is a shell of npm, also when npm has ended. Does not keep the
 * process alive. Has no effect on Windows.
 */
export const whenOrphaned = (end) => {
  const isOfNpm = isShell(process.ppid) && process.env.npm_lifecycle_event !== undefined;
  const parent = process.ppid;
  const npm = isOfNpm ? parentOf(parent) : undefined;
  const watch = setInterval(() => {
    const isThere = process.ppid === parent && (npm === undefined || (parentOf(parent) ?? npm) === npm);
    if (isThere) return;
    clearInterval(watch);
    end();
  }, LOOKS_EVERY);
  watch.unref();
};

const isShell = (pid) => /^(\S*\/)?(da|ba)?sh\0-c\0/.test(about(pid, 'cmdline'));

/** The state and the parent follow the name of the program, which may contain any characters. */
const parentOf = (pid) => /.*\) \S (\d+)/s.exec(about(pid, 'stat'))?.[1];

/** Empty if the system does not provide it; there, shells replace themselves by the program. */
const about = (pid, what) => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
};
