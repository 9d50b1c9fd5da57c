import { requireRuntime } from '@annals/service/runtime';

requireRuntime();
const { runCommandLine } = await import('./command-line.js');
await runCommandLine(process.argv);
