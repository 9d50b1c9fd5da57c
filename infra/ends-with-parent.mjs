// Preloaded (`--import`) by processes that must end when their parent process ends for any reason.
import { isMainThread } from 'node:worker_threads';
import { whenOrphaned } from './parent.mjs';

if (isMainThread) whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));
