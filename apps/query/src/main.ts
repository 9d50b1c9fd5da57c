import { requireRuntime } from '@annals/service/runtime';

requireRuntime();
const { run } = await import('./query.js');
await run();
