type Action<Args extends unknown[]> = (...args: Args) => Promise<void>;

/** An action whose program is loaded when it is carried out: loading all of them takes longer than most of them. */
const later =
  <Args extends unknown[]>(load: () => Promise<Action<Args>>): Action<Args> =>
  async (...args) =>
    (await load())(...args);

export const backUp = later(async () => (await import('./backup.js')).backUp);
export const copyLog = later(async () => (await import('./copy-log.js')).copyLog);
export const dropDeadLetter = later(async () => (await import('./dead-letters.js')).dropDeadLetter);
export const importFilesInto = later(async () => (await import('./import.js')).importFilesInto);
export const listImports = later(async () => (await import('./undo.js')).listImports);
export const listDeadLetters = later(async () => (await import('./dead-letters.js')).listDeadLetters);
export const readDeadLetter = later(async () => (await import('./dead-letters.js')).readDeadLetter);
export const rebuildViews = later(async () => (await import('./rebuild.js')).rebuildViews);
export const replayCustomer = later(async () => (await import('./replay.js')).replayCustomer);
export const replayDeadLetter = later(async () => (await import('./dead-letters.js')).replayDeadLetter);
export const resetPasswordOf = later(async () => (await import('./reset-password.js')).resetPasswordOf);
export const resetRelay = later(async () => (await import('./relay.js')).resetRelay);
export const restore = later(async () => (await import('./restore.js')).restore);
export const retryKey = later(async () => (await import('./parked.js')).retryKey);
export const rollBackView = later(async () => (await import('./parked.js')).rollBackView);
export const showImportErrors = later(async () => (await import('./import.js')).showImportErrors);
export const showParked = later(async () => (await import('./parked.js')).showParked);
export const showStatus = later(async () => (await import('./status.js')).showStatus);
export const showStatusWithoutLog = later(async () => (await import('./status-away.js')).showStatusWithoutLog);
export const skipKey = later(async () => (await import('./parked.js')).skipKey);
export const undoImportOf = later(async () => (await import('./undo.js')).undoImportOf);
export const verify = later(async () => (await import('./verify.js')).verify);
