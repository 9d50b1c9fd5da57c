import { requireRuntime } from '../runtime.js';

// A thread has its own settings of compiled code and source maps.
requireRuntime();
await import('./worker.js');
