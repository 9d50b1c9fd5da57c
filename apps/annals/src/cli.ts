import { requireRuntime } from './runtime.js';

requireRuntime();
const { runCommandLine } = await import('./command-line.js');
await runCommandLine(process.argv);
