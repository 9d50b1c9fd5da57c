import { PassThrough } from 'node:stream';
import { displayProgress } from '../src/progress.js';

const shown = (isTTY: boolean, at: readonly number[]) => {
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 120 });
  const times = [...at];
  const progress = displayProgress('Import', output, () => times.shift() ?? at.at(-1)!);
  progress.show({ done: 0, total: 1_000, note: '0 rows' });
  progress.show({ done: 500, total: 1_000, note: '4,000 rows  4,000 rows/s' });
  progress.end();
  return `${(output.read() as string | null) ?? ''}`;
};

it('draws a bar with rows, rate and time left in a terminal', () => {
  expect(shown(true, [0, 75_000])).toMatch(/Import █{20}░{20} 50 % {2}4,000 rows {2}4,000 rows\/s {2}1 min 15 s left/);
});

it('writes a line every five seconds without a terminal, and nothing for short tasks', () => {
  expect(shown(false, [0, 0, 0, 6_000])).toBe('Import 50 %  4,000 rows  4,000 rows/s  6 s left\n');
  expect(shown(false, [0, 0, 0, 4_000])).toBe('');
});
