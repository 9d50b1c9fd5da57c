import { requireRuntime } from './runtime.js';

requireRuntime();
const { serve } = await import('./serve.js');
await serve(process.argv.slice(2));
