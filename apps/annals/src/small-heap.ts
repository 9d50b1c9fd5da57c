/** V8 would rather take memory than look for garbage: this costs some processor time, and keeps a long run small. */
const SMALL = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

/** Else the allocator of Linux keeps free memory for each thread. */
const ONE_ARENA = { MALLOC_ARENA_MAX: '1' };

/** Starts this process anew with a small heap, where the system lets a process do so; elsewhere does nothing. */
export const requireSmallHeap = (): void => {
  const { execPath, execArgv, argv, env, platform } = process;
  if (platform === 'win32' || SMALL.every((flag) => execArgv.includes(flag))) return;
  process.execve?.(execPath, [execPath, ...execArgv, ...SMALL, ...argv.slice(1)], { ...env, ...ONE_ARENA });
};
