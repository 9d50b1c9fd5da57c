import { setTimeout as delay } from 'node:timers/promises';
import type { Process } from '../apart/process.js';
import { Clock } from './clock.js';

/** Seconds within which everything goes on by itself after the last engine is back. */
export const READY_WITHIN = 120;

/** The processes that are not ready, with what they say. */
export const unready = async (processes: readonly Process[]): Promise<readonly unknown[]> => {
  const answers = await Promise.all(
    processes.map(async ({ name, url }) => {
      const reply = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(10_000) }).catch(String);
      if (typeof reply === 'string') return { name, reply };
      return reply.status === 200 ? undefined : { name, status: reply.status, body: await reply.text() };
    }),
  );
  return answers.filter((answer) => answer !== undefined);
};

/** Waits until every process is ready, for a bounded time, and prints what is not. */
export const healed = async (processes: readonly Process[]) => {
  const clock = new Clock();
  let said = '';
  while (clock.now < 2 * READY_WITHIN) {
    const left = await unready(processes);
    if (left.length === 0) return;
    const saying = JSON.stringify(left);
    if (saying !== said) process.stdout.write(`${clock.now.toFixed(0)} s: ${saying}\n`);
    said = saying;
    await delay(200);
  }
};

/** What processes wrote about requests that failed unexpectedly, and about views that could not be read. */
export const behind = (failures: readonly unknown[], processes: readonly Process[]): string => {
  const ids = failures.map((failure) =>
    String((failure as { instance?: string }).instance)
      .split(':')
      .at(-1)!,
  );
  const wanted = [...ids, UNREADABLE];
  const lines = processes.flatMap(({ history }) => history.split('\n'));
  const places = lines.flatMap((line, at) => (wanted.some((id) => line.includes(id)) ? [at] : []));
  return places.map((at) => lines.slice(at, at + MOST).join('\n')).join('\n');
};

const MOST = 12; // lines
const UNREADABLE = 'The stores cannot be read.';
