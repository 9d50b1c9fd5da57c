import { requireRuntime } from '@annals/composition/runtime';

requireRuntime();
const { runCommandLine } = await import('./command-line.js');
await runCommandLine(process.argv);
