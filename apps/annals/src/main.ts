import { requireRuntime } from '@annals/composition/runtime';

requireRuntime();
const { runServer } = await import('./server-line.js');
await runServer(process.argv);
