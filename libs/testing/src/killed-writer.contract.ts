import type { RecordStore } from '@annals/event-sourcing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const KILLS = 5;
const WRITER = join(import.meta.dirname, '../test/record-writer.mjs');

/** How another process opens the store: a class of a package, and its options. */
export type RecordWriter = { readonly from: string; readonly name: string; readonly options: object };

/** The part of the contract of every durable `RecordStore` that needs processes; run after a build. */
export const killedWriterContract = (
  newStore: () => { readonly writer: RecordWriter; readonly open: () => RecordStore },
) => {
  /** The last count that was acknowledged to two writers, if the first of them is killed after `writes`. */
  const killedAfter = async ({ from, name, options }: RecordWriter, writes: number): Promise<number> => {
    const args = [WRITER, from, name, JSON.stringify(options)];
    const writers = [1, 2].map(() => spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
    const ends = writers.map((writer) => once(writer, 'close'));
    const told: number[] = [];
    for (const { stdout } of writers)
      createInterface(stdout).on('line', (line) => {
        if (told.push(Number(line)) === writes) writers.forEach((writer) => writer.kill('SIGKILL'));
      });
    await Promise.all(ends);
    return Math.max(...told);
  };

  it('keeps every acknowledged write of processes that are killed, and no part of another', async () => {
    const { writer, open } = newStore();
    let before = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const told = await killedAfter(writer, 20 * kill);
      const store = open();
      const stored = await store.get('count', 'only');
      const { count } = stored!.body as { readonly count: number };
      expect(count).toBeGreaterThanOrEqual(told);
      expect(told).toBeGreaterThan(before);
      expect(await store.keysOf('count', 'only')).toEqual([`count/${count}`]);
      expect(await store.find('count', `count/${count}`)).toEqual(stored);
      await store.close();
      before = count;
    }
  });
};
