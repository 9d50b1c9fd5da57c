import { setTimeout as delay } from 'node:timers/promises';
import type { Victim } from '../apart/victims.js';
import { Clock } from './clock.js';
import type { Plan, Strike } from './plan.js';

const LONGEST_END = 60; // seconds after SIGTERM, when an orchestrator would use SIGKILL; Kafka sometimes does not end

/** How long a SIGTERM took, in seconds. */
export type Quit = { readonly name: string; readonly took: number };

/** Starts everything when the plan says so. Returns when the processes are launched and the engines run. */
export const begin = async ({ begins }: Plan, victims: readonly Victim[]) => {
  const clock = new Clock();
  await Promise.all(
    victims.map(async ({ name, launch }) => {
      await clock.until(begins[name]!);
      await launch();
    }),
  );
};

const LATE = 2; // seconds

/**
 * Carries out the strikes of a plan until it is over, but for those that come while a victim is still being started after the one before.
 * Everything is started and thawed again when it returns, though it may not respond yet.
 */
export const strikeBy = async (
  { strikes }: Plan,
  victims: readonly Victim[],
  over: AbortSignal,
): Promise<readonly Quit[]> => {
  const clock = new Clock();
  const quits: Quit[] = [];
  const own = Map.groupBy(strikes, ({ on }) => on);
  await Promise.all(
    victims.map(async (victim) => {
      for (const strike of own.get(victim.name) ?? []) {
        await clock.until(strike.at);
        if (over.aborted) return;
        if (clock.now > strike.at + LATE) continue;
        const took = await suffer(victim, strike);
        if (took !== undefined) quits.push({ name: victim.name, took });
      }
    }),
  );
  return quits;
};

/** A victim that remembers when it was away. */
export const watched = (victim: Victim) => {
  let isAway = true;
  let back = 0;
  const away =
    <A extends unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => {
      isAway = true;
      return act(...args);
    };
  const again = () => {
    isAway = false;
    back = performance.now();
  };
  return {
    ...victim,
    kill: away(victim.kill),
    quit: away(victim.quit),
    freeze: away(victim.freeze),
    thaw: () => {
      victim.thaw();
      again();
    },
    launch: () => victim.launch().then(again),
    /** `time` is of `performance.now()`. */
    wasAwaySince: (time: number) => isAway || back > time,
  };
};

const suffer = async (victim: Victim, { how, lasts }: Strike): Promise<number | undefined> => {
  const clock = new Clock();
  if (how === 'freeze') {
    victim.freeze();
    await clock.until(lasts);
    victim.thaw();
    return undefined;
  }
  await Promise.race([victim[how](), delay(LONGEST_END * 1_000, undefined, { ref: false })]);
  const took = clock.now;
  if (took >= LONGEST_END) await victim.kill();
  await clock.until(lasts);
  await victim.launch();
  return how === 'quit' ? took : undefined;
};
