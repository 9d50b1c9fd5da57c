import { requireRuntime } from '@annals/composition/runtime';

requireRuntime();
const { run } = await import('./projector.js');
await run();
