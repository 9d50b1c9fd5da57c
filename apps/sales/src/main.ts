import { requireRuntime } from '@annals/service/runtime';

requireRuntime();
const { run } = await import('./sales.js');
await run();
