import type { SpawnSyncOptions } from 'node:child_process';

export declare const run: (program: string, args: readonly string[], options?: SpawnSyncOptions) => string;
export declare const tool: (name: 'redocly' | 'spectral' | 'openapi-typescript', ...args: readonly string[]) => string;
export declare const generated: (
  generator: 'java' | 'python',
  document: string,
  properties: string,
  folder: string,
) => string;
