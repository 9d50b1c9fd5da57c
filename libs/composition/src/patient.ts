import { engineFaultIn } from '@annals/event-sourcing';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * The result of a step of the start, which is repeated every `again` milliseconds while an engine is away, so that an engine may
 * go away and come back during a start. Repeating the step has to be safe. Throws other errors, and those that waiting cannot help.
 */
export const patiently = async <T>(step: () => Promise<T>, again = 500): Promise<T> => {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (engineFaultIn(error)?.isFinal !== false) throw error;
      await delay(again);
    }
  }
};
