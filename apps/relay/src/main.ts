import { requireRuntime } from '@annals/service/runtime';

requireRuntime();
const { run } = await import('./relay.js');
await run();
