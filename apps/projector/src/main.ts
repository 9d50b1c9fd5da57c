import { requireRuntime } from '@annals/service/runtime';

requireRuntime();
const { run } = await import('./projector.js');
await run();
