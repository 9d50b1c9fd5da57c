import { requireRuntime } from './runtime.js';

requireRuntime();
const { runServer } = await import('./server-line.js');
await runServer(process.argv);
