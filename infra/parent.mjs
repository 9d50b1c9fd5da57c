import { readFileSync } from 'node:fs';

const LOOKS_EVERY = 500; // ms

/**
 * Calls `end` once the process that started this one is gone; where that is a shell of npm, once npm is gone, too. Keeps no
 * process alive. Windows does not tell.
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

/** After the name of the program, which may hold anything, come its state and its parent. */
const parentOf = (pid) => /.*\) \S (\d+)/s.exec(about(pid, 'stat'))?.[1];

/** Nothing where the system does not say; shells there take the place of themselves by the program. */
const about = (pid, what) => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
};
