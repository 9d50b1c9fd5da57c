import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const program = `${import.meta.dirname}/peak.mjs`;

/** Of the built package, in bytes for each number of rows; the first one loads what is loaded at first use. */
const peaksOf = async (kind: 'dry' | 'real', ...rows: readonly number[]) => {
  const args = ['--expose-gc', program, kind, ...rows.map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as readonly number[];
};

it.each(['dry', 'real'] as const)(
  'keeps no more of a long file in memory than of a short one (%s run)',
  async (kind) => {
    const [, short, long] = await peaksOf(kind, 1_000, 3_000, 12_000);
    expect(long).toBeLessThan(2 * short!);
  },
);
