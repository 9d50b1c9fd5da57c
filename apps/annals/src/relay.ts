import type { Engine } from '@annals/composition';
import { print } from './print.js';

/** `annals relay reset`: forgets how far topics in Kafka were filled. */
export const resetRelay = async ({ documents }: Engine): Promise<void> => {
  const { forgetMarks } = await import('@annals/kafka');
  await forgetMarks(documents);
  print(
    'The relay has forgotten how far it has filled its topic. Where the topic is empty or was deleted, it sends every event again.',
  );
};
