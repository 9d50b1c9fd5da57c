import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engines } from './engines.js';
import type { Installation } from './installation.js';

/** A process or an engine that is killed, frozen and started again. */
export type Victim = {
  /** Unique. */
  readonly name: string;
  /** kill -9 */
  readonly kill: () => Promise<unknown>;
  /** SIGTERM */
  readonly quit: () => Promise<unknown>;
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** An engine has started when this resolves. */
  readonly launch: () => Promise<unknown>;
  /** Returns when it responds. */
  readonly start: () => Promise<unknown>;
  /** Whether other instances continue its work while it is dead. */
  readonly hasHeir: boolean;
};

const LONGEST_DEATH = 1_000; // ms

const KINDS = { log: 'EventStoreDB', views: 'MongoDB', kafka: 'Kafka' } as const;

export const enginesOf = (engines: Engines): readonly Victim[] =>
  Object.entries(KINDS).map(([kind, name]) => {
    const { kill, quit, freeze, thaw, restart } = engines[kind as keyof typeof KINDS];
    return { name, hasHeir: false, kill, quit, freeze, thaw, launch: restart, start: restart };
  });

export const processesOf = ({ processes }: Pick<Installation, 'processes'>): readonly Victim[] =>
  processes.map((each, at) => {
    const namesakes = processes.filter(({ name }) => name === each.name);
    const number = processes.slice(0, at).filter(({ name }) => name === each.name).length + 1;
    return {
      name: number > 1 ? `${each.name} ${number}` : each.name,
      hasHeir: namesakes.length > 1,
      kill: () => each.kill(),
      quit: () => each.stop(),
      freeze: () => each.freeze(),
      thaw: () => each.thaw(),
      launch: async () => each.launch(),
      start: () => each.start(),
    };
  });

/** Every engine and every process. */
export const victimsOf = (engines: Engines, installation: Installation): readonly Victim[] => [
  ...enginesOf(engines),
  ...processesOf(installation),
];

/** `meanwhile` must succeed while it is dead, if it has an heir. Returns the milliseconds for which it was dead. */
export const strike = async (victim: Victim, meanwhile: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await victim.kill();
  await (victim.hasHeir ? meanwhile() : delay(randomInt(LONGEST_DEATH)));
  await victim.start();
  return performance.now() - began;
};
