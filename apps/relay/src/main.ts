import { requireRuntime } from '@annals/composition/runtime';

requireRuntime();
const { run } = await import('./relay.js');
await run();
