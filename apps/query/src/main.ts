import { requireRuntime } from '@annals/composition/runtime';

requireRuntime();
const { run } = await import('./query.js');
await run();
