import { requireRuntime } from '@annals/service/runtime';

requireRuntime();
const { run } = await import('./service.js');
await run();
