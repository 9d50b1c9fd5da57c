// Preloaded (`--import`) by what must not outlive the process that started it, however that one ended.
import { isMainThread } from 'node:worker_threads';
import { whenOrphaned } from './parent.mjs';

if (isMainThread) whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));
