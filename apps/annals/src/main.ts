import { requireRuntime } from '@annals/service/runtime';

requireRuntime();
const { runServer } = await import('./server-line.js');
await runServer(process.argv);
