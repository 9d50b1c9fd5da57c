import { requireRuntime } from '@annals/service/runtime';

requireRuntime();
const { run } = await import('./audit.js');
await run();
