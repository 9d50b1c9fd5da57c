import { setImmediate } from 'node:timers/promises';

type Service = { start(): Promise<void>; stop(): Promise<void> };

/** Returns a function that starts a service; started services are stopped after each test. */
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

/** Milliseconds to wait for a position: a protection against hangs, shorter than the limit of a test, so that a test can report what is missing. */
export const PATIENCE = 100_000;

/** Returns when the condition holds; the time limit of the test applies. */
export const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await setImmediate();
};
