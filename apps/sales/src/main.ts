import { requireRuntime } from '@annals/composition/runtime';

requireRuntime();
const { run } = await import('./sales.js');
await run();
