import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engines } from './engines.js';
import type { Installation } from './installation.js';

/** A process or an engine that is killed and started again. */
export type Victim = {
  readonly name: string;
  kill(): Promise<unknown>;
  start(): Promise<unknown>;
  /** Whether other instances continue its work while it is dead. */
  readonly hasHeir: boolean;
};

const LONGEST_DEATH = 1_000; // ms

/** Every engine and every process. */
export const victimsOf = (engines: Engines, { processes }: Installation): readonly Victim[] => {
  const kinds = { log: 'EventStoreDB', views: 'MongoDB', kafka: 'Kafka' } as const;
  const servers = Object.entries(kinds).map(([kind, name]): Victim => {
    const engine = engines[kind as keyof typeof kinds];
    return { name, hasHeir: false, kill: () => engine.kill(), start: () => engine.restart() };
  });
  const own = processes.map((each): Victim => {
    const hasHeir = processes.some((other) => other !== each && other.name === each.name);
    return { name: each.name, hasHeir, kill: () => each.kill(), start: () => each.start() };
  });
  return [...servers, ...own];
};

/** `meanwhile` must succeed while it is dead, if it has an heir. Returns the milliseconds for which it was dead. */
export const strike = async (victim: Victim, meanwhile: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await victim.kill();
  await (victim.hasHeir ? meanwhile() : delay(randomInt(LONGEST_DEATH)));
  await victim.start();
  return performance.now() - began;
};
