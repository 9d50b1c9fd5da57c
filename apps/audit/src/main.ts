import { requireRuntime } from '@annals/composition/runtime';

requireRuntime();
const { run } = await import('./audit.js');
await run();
