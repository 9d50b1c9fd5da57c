import { requireRuntime } from '@annals/composition/runtime';
import { requireSmallHeap } from './small-heap.js';

requireRuntime();
if (process.argv[2] === 'import') requireSmallHeap();
const { runCommandLine } = await import('./command-line.js');
await runCommandLine(process.argv);
