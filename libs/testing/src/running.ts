import { setImmediate } from 'node:timers/promises';

type Service = { start(): Promise<void>; stop(): Promise<void> };

/** Gives a function that starts a service, and stops after each test whatever it has started. */
export const stoppedAfterEach = () => {
  const running: Service[] = [];
  afterEach(async () => {
    for (const service of running.splice(0)) await service.stop();
  });
  return async <S extends Service>(service: S): Promise<S> => {
    running.push(service);
    await service.start();
    return service;
  };
};

/** Milliseconds to wait for a position: against a hang and no measure of speed, shorter than the limit of a test, so that a test can say what never came. */
export const PATIENCE = 100_000;

/** Returns once it holds; the test's own time limit is the limit. */
export const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await setImmediate();
};
