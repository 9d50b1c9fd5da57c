import { requireRuntime } from '@annals/composition/runtime';

requireRuntime();
const { run } = await import('./service.js');
await run();
